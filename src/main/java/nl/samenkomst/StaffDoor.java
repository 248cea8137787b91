package nl.samenkomst;

import java.util.List;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.ColleagueDesk;
import nl.samenkomst.account.Colleagues;
import nl.samenkomst.account.ColleaguesDesk;
import nl.samenkomst.account.LostPasswordPages;
import nl.samenkomst.account.OwnAccount;
import nl.samenkomst.account.OwnAccountDesk;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.account.SecondStepDesk;
import nl.samenkomst.account.SecondSteps;
import nl.samenkomst.account.SetPasswordPages;
import nl.samenkomst.account.SignInPages;
import nl.samenkomst.account.SignIns;
import nl.samenkomst.account.StaffLetters;
import nl.samenkomst.account.TokensDesk;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Throttle;

/** How staff come in, and who of them may: sign-in, links, colleagues, tokens, one's own account. */
record StaffDoor(
        House house, Throttle throttle, SignIns signIns, OwnAccount own, StaffLetters letters, Accounts accounts) {

    static StaffDoor of(House house, Passwords passwords, Throttle throttle, Outbox outbox) {
        var steps = new SecondSteps(house.pool(), house.links(), house.clock());
        return new StaffDoor(
                house,
                throttle,
                new SignIns(house.pool(), passwords, steps, throttle),
                new OwnAccount(house.pool(), passwords, steps, throttle),
                new StaffLetters(house.pool(), outbox, house.links(), throttle, house.clock()),
                new Accounts(house.pool(), passwords, house.config().name()));
    }

    List<Feature> pages() {
        var colleagues = new Colleagues(house.pool(), letters);
        return List.of(
                new SignInPages(signIns),
                new LostPasswordPages(letters, throttle),
                new SetPasswordPages(signIns, letters, throttle),
                new OwnAccountDesk(own),
                new SecondStepDesk(own),
                new ColleaguesDesk(house.pool(), colleagues),
                new ColleagueDesk(colleagues),
                new TokensDesk(accounts));
    }
}
