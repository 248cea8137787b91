package nl.samenkomst.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://ada:secret@db.example:5433/meet, db.example, 5433, meet, ada, secret",
        "postgresql://ada@db.example:5433/meet,        db.example, 5433, meet, ada,",
        "postgresql://ada:p%40ss%3A%2F%25@h:1/n,       h, 1, n, ada, p@ss:/%",
        "postgresql://ada:a+b@h:1/n,                   h, 1, n, ada, a+b",
        "postgresql://ada:a:b@h:1/n,                   h, 1, n, ada, a:b",
        "postgresql://a%20b@h:1/my%2Fname,             h, 1, my/name, a b,",
        "postgresql://ada@[::1]:5432/n,                ::1, 5432, n, ada,",
        "postgresql://ada@h/n,                         h, 5432, n, ada,",
    })
    void itsPartsAreRead(String text, String host, int port, String name, String user, String password) {
        assertThat(DatabaseUrl.parse(text))
                .isEqualTo(new DatabaseUrl(host, port, name, user, Optional.ofNullable(password)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "mysql://ada:secret@h:1/n",
                "postgresql://h:1/n",
                "postgresql://ada:secret@h:1/",
                "postgresql://ada:secret@h:1",
                "postgresql://ada:secret@h:0/n",
                "postgresql://ada:secret@h:70000/n",
                "postgresql://ada:secret@h:1/n/m",
                "postgresql://ada:secret@h:1/n?ssl=1",
                "postgresql://:secret@h:1/n",
                "postgresql://ada:secret with space@h:1/n",
                "postgresql://ada:secret@:1/n",
                "postgresql:ada:secret"
            })
    void whatIsWrongIsRefusedWithWhatIsExpectedAndWithoutThePassword(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(text))
                .withMessageContaining("postgresql://user[:password]@host:port/name")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void itsTextNeverShowsThePassword() {
        assertThat(DatabaseUrl.parse("postgresql://ada:secret@h:1/n")).hasToString("postgresql://ada@h:1/n");
    }

    @Test
    void jdbcFindsTheSameDatabase() {
        assertThat(DatabaseUrl.parse("postgresql://ada:secret@[::1]:5433/my%2Fname")
                        .jdbc())
                .isEqualTo("jdbc:postgresql://[::1]:5433/my%2Fname");
    }
}
