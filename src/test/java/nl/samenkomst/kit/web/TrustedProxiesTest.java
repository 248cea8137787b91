package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of(
            AddressRange.parse("10.0.0.0/8"), AddressRange.parse("2001:db8::/33"), AddressRange.parse("127.0.0.1")));

    @ParameterizedTest(name = "{1} by way of {0} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            198.51.100.7 | 203.0.113.9                       | 198.51.100.7
            10.1.2.3     | 203.0.113.9                       | 203.0.113.9
            10.1.2.3     | 192.0.2.66, 203.0.113.9, 10.9.9.9 | 203.0.113.9
            10.1.2.3     | 10.4.4.4, 10.5.5.5                | 10.4.4.4
            10.1.2.3     | 203.0.113.9:4711                  | 203.0.113.9
            2001:db8::1  | [2001:db9::5]:4711                | 2001:db9::5
            2001:db8:8000::1 | 203.0.113.9                   | 2001:db8:8000::1
            ::ffff:10.1.2.3  | 203.0.113.9                   | 203.0.113.9
            10.1.2.3     | 192.0.2.66, nonsense              | 10.1.2.3
            10.1.2.3     | 192.0.2.66, nonsense, 10.9.9.9    | 10.9.9.9
            10.1.2.3     | ''                                | 10.1.2.3
            """)
    void theClientIsTheRightmostThatIsNoProxyOfOurs(String nearest, String forwarded, String client) {
        assertThat(proxies.behind(nearest, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(proxies.behind("10.1.2.3", Arrays.asList("203.0.113.9", "198.51.100.7")))
                .isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "::/129", "10.0.0/8", "proxy.example", "10.0.0.0/x", "", "/8"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHouseholdHasTheFirstHalfOfAnIpv6Address() {
        assertThat(ClientKey.of("2001:db8::1")).isEqualTo(ClientKey.of("2001:db8:0:0:ffff::2"));
        assertThat(ClientKey.of("2001:db8::1")).isNotEqualTo(ClientKey.of("2001:db8:0:1::1"));
        assertThat(ClientKey.of("192.0.2.1")).isNotEqualTo(ClientKey.of("192.0.2.2"));
    }
}
