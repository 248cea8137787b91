package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Held;

/** A standing member, as the link to their own page opens it. */
enum MemberTarget implements Held<Member> {
    MEMBER;

    @Override
    public String parameter() {
        return "token";
    }

    @Override
    public String purpose() {
        return "member";
    }

    @Override
    public Future<Optional<Member>> find(SqlClient sql, UUID id) {
        return new MemberStore(sql).find(id);
    }

    @Override
    public int linkVersion(Member member) {
        return member.linkVersion();
    }
}
