package nl.samenkomst;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.calendar.AddToCalendar;
import nl.samenkomst.calendar.CalendarPages;
import nl.samenkomst.calendar.CalendarWorkers;
import nl.samenkomst.calendar.EventFile;
import nl.samenkomst.calendar.FeedLink;
import nl.samenkomst.calendar.FollowNetwork;
import nl.samenkomst.calendar.InviteData;
import nl.samenkomst.calendar.Invites;
import nl.samenkomst.calendar.NetworkFeeds;
import nl.samenkomst.calendar.Occasions;
import nl.samenkomst.calendar.PersonalFeedPages;
import nl.samenkomst.calendar.PersonalFeeds;
import nl.samenkomst.desk.Happenings;
import nl.samenkomst.event.EmbedPages;
import nl.samenkomst.event.EventApi;
import nl.samenkomst.event.EventPages;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Events;
import nl.samenkomst.event.HomePages;
import nl.samenkomst.event.NetworkPages;
import nl.samenkomst.event.ProgrammePages;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.event.PublicFormats;
import nl.samenkomst.event.SeatBoard;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.time.Clockwork;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.kit.web.HousePages;
import nl.samenkomst.kit.web.Idempotency;
import nl.samenkomst.kit.web.Language;
import nl.samenkomst.kit.web.Look;
import nl.samenkomst.kit.web.OpenApi;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.network.NetworkApi;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.network.ProgrammeShelf;
import nl.samenkomst.quote.OwnQuotes;
import nl.samenkomst.recap.RecapReading;
import nl.samenkomst.recap.ReviewPanel;
import nl.samenkomst.registration.Entrance;
import nl.samenkomst.registration.FormPanel;
import nl.samenkomst.registration.FormSheet;
import nl.samenkomst.registration.InviteeApi;
import nl.samenkomst.registration.Invitees;
import nl.samenkomst.registration.LinkPages;
import nl.samenkomst.registration.Needs;
import nl.samenkomst.registration.OfferJob;
import nl.samenkomst.registration.OwnData;
import nl.samenkomst.registration.OwnFormPages;
import nl.samenkomst.registration.OwnNeeds;
import nl.samenkomst.registration.OwnPages;
import nl.samenkomst.registration.Pace;
import nl.samenkomst.registration.PersonKeys;
import nl.samenkomst.registration.ProgrammeEntrance;
import nl.samenkomst.registration.ProgrammeSheet;
import nl.samenkomst.registration.RegisterApi;
import nl.samenkomst.registration.RegistrationPages;
import nl.samenkomst.registration.Registrations;
import nl.samenkomst.registration.UnsubscribePages;
import nl.samenkomst.registration.WaitingRoom;
import nl.samenkomst.series.Intake;
import nl.samenkomst.series.MemberData;
import nl.samenkomst.series.SeriesPanel;

/** The wiring: which rooms there are, what each is given, and in which order they close. */
final class Server {

    private final House house;
    private final Clockwork clockwork;

    // Who may do what.
    private final Throttle throttle;
    private final Passwords passwords;
    private final StaffDoor staff;

    private final Staffroom staffroom;

    // What public pages read, at most a second old.
    private final EventShelf events;
    private final EventSources sources;
    private final ProgrammeShelf programmes;
    private final PublicAgenda agenda;

    // Who comes, and the letters that tell them.
    private final Outbox outbox;
    private final PersonalFeeds personalFeeds;
    private final Registrations registrations;
    private final Invitees invitees;
    private final Entrance entrance;
    private final FormSheet form;
    private final RecapReading recaps;
    private final EventPages eventPages;
    private final OwnPages own;
    private final Occasions occasions;
    private final WorkerExecutor calendars;
    private final Post post;
    private final Answers answers;
    private final Lookback lookback;
    private final ProgrammeSheet programmeForm;
    private final ProgrammePages programmePages;

    // What is planned, and answers that are kept for a repeated call.
    private final Events planning;
    private final Intake intake;
    private final SeriesWing series;
    private final Idempotency idempotency;

    Server(House house) {
        this.house = house;
        this.throttle = new Throttle(house.pool(), house.links(), house.config().limits());
        this.passwords = new Passwords(house.vertx());
        this.events = new EventShelf(house.pool());
        this.sources = new EventSources(new NetworkShelf(house.pool()), new SeatBoard(house.pool()), house.formats());
        this.staffroom = new Staffroom(house, sources.board());
        this.programmes = new ProgrammeShelf(house.pool());
        this.agenda = new PublicAgenda(house.pool(), house.clock());
        this.outbox = new Outbox(house.config().mailFrom().host());
        this.staff = StaffDoor.of(house, passwords, throttle, outbox);
        this.personalFeeds = new PersonalFeeds(house.pool(), outbox, house.clock());
        this.registrations = new Registrations(registering());
        this.invitees = new Invitees(house.pool(), outbox, house.links(), house.clock());
        this.entrance = new Entrance(registrations, invitees, throttle, new Ids(house.clock()));
        this.form = new FormSheet(sources);
        this.recaps = RecapWing.reading(house, sources, agenda);
        this.eventPages = new EventPages(
                events,
                sources,
                List.of(new FormPanel(form, invitees), new EventFile(house.clock()), new SeriesPanel(house.pool())),
                RecapWing.sequel(events, recaps),
                house.clock());
        this.own = new OwnPages(
                house.pool(),
                registrations,
                sources,
                Stream.concat(Stream.of(new OwnData()), kept().stream()).toList(),
                List.of(
                        new AddToCalendar(),
                        new OwnNeeds(house.pool(), house.clock()),
                        new FeedLink(house.pool()),
                        new OwnQuotes(house.pool())),
                house.clock());
        this.occasions = new Occasions(house.pool(), sources.networks(), house.formats());
        this.calendars = CalendarWorkers.of(house.vertx());
        this.idempotency = new Idempotency(house.pool(), house.clock());
        this.lookback = new Lookback(following());
        this.post = Post.open(
                house, outbox, new Post.News(registrations, sources, occasions, calendars, lookback.letters()));
        this.answers = Answers.open(house, registrations, outbox);
        this.intake = new Intake(house.pool(), registrations, new Ids(house.clock()), house.clock());
        this.planning = new Events(
                house.formats(),
                house.providers(),
                List.of(registrations, invitees, new Invites(outbox, house.clock()), intake),
                house.clock());
        this.series = SeriesWing.of(house, sources, registrations, intake, outbox, planning);
        this.programmeForm = new ProgrammeSheet(sources, agenda, house.clock());
        this.programmePages = new ProgrammePages(agenda, sources, List.of(programmeForm), house.clock());
        this.clockwork = Clockwork.start(house.vertx(), jobs());
    }

    /** Every path there is, each with its rule. */
    Site site() {
        var site = rooms();
        staffroom.mount(site, outbox, sources, registrations);
        staff.pages().forEach(page -> page.mount(site));
        new PlanningRoom(house, planning, events, eventPages, occasions, registrations)
                .pages()
                .forEach(page -> page.mount(site));
        post.pages(answers.panels()).forEach(page -> page.mount(site));
        answers.pages().forEach(page -> page.mount(site));
        series.pages(entrance, idempotency).forEach(page -> page.mount(site));
        lookback.pages().forEach(page -> page.mount(site));
        return site;
    }

    private Site rooms() {
        var formats = new PublicFormats(house.pool(), house.formats());
        return new Site(house.vertx(), house.pool(), Surroundings.of(house))
                .with(new HomePages(agenda, sources, programmes, house.clock()))
                .with(new NetworkPages(
                        agenda,
                        sources,
                        List.of(
                                FollowNetwork.inHead(sources.networks(), formats),
                                FollowNetwork.inWords(sources.networks(), formats),
                                RecapWing.panel(house, sources, agenda),
                                new ReviewPanel(house.pool(), sources)),
                        house.clock()))
                .with(new NetworkFeeds(
                        occasions, house.links(), Surroundings.of(house).languages(), calendars, house.clock()))
                .with(programmePages)
                .with(new ProgrammeEntrance(programmePages, programmeForm, entrance))
                .with(eventPages)
                .with(new EmbedPages(events, agenda, sources, house.clock()))
                .with(new RegistrationPages(events, sources, eventPages, form, entrance))
                .with(new LinkPages(events, sources, eventPages, entrance, invitees))
                .with(new UnsubscribePages(house.pool(), invitees, sources))
                .with(new InviteeApi(house.pool(), invitees, idempotency, new Ids(house.clock())))
                .with(new RegisterApi(events, sources, form, entrance))
                .with(new NetworkApi(house.pool(), idempotency))
                .with(new EventApi(house.pool(), planning, house.formats(), events, idempotency, house.clock()))
                .with(own)
                .with(new OwnFormPages(own, registrations, entrance, new Ids(house.clock())))
                .with(new PersonalFeedPages(
                        personalFeeds, registrations, occasions, house.links(), calendars, house.clock()))
                .with(new CalendarPages(events, occasions, house.links(), calendars, house.clock()))
                .with(staffroom.bar())
                .with(new HousePages())
                .with(new OpenApi())
                .with(new Language())
                .with(new Look())
                .with(house.furniture().assets());
    }

    private List<PersonalData> kept() {
        var ours = List.of(
                new Needs(),
                OwnData.remarks(outbox),
                new InviteData(outbox),
                personalFeeds,
                new MemberData(outbox, house.clock()));
        return Stream.concat(ours.stream(), Lookback.kept(house, outbox).stream())
                .toList();
    }

    private Lookback.Means following() {
        return new Lookback.Means(
                house,
                outbox,
                events,
                sources,
                agenda,
                eventPages,
                recaps,
                registrations,
                throttle,
                idempotency,
                staffroom::changed);
    }

    private Registrations.Surroundings registering() {
        return new Registrations.Surroundings(
                house.vertx(),
                house.pool(),
                house.database().turnstile(),
                house.clock(),
                List.of(new Invites(outbox, house.clock()), new Happenings(house.clock())),
                kept(),
                outbox,
                format -> house.formats().find(format).map(Pace::of).orElse(Pace.USUAL),
                house.config().limits() ? WaitingRoom.BOUNDED : WaitingRoom.BOUNDLESS,
                new PersonKeys(house.links()),
                staffroom::changed);
    }

    /** Makes the demo data where it is wanted and was never made; the result is whether it was. */
    Future<Boolean> demo() {
        return Rehearsal.load(house, passwords);
    }

    private List<Job> jobs() {
        var ours = List.of(
                new Job("sweeping of full buckets", Duration.ofHours(1), throttle::sweep),
                new Job("sweeping of ended sessions", Duration.ofHours(1), staff.signIns()::sweep),
                new Job("sweeping of kept answers", Duration.ofHours(1), idempotency::sweep),
                Happenings.sweep(house.pool()),
                OfferJob.of(registrations),
                intake.job(),
                Needs.forgetting(house.pool(), house.clock()));
        return Stream.concat(ours.stream(), lookback.jobs().stream()).toList();
    }

    /** Ends what works behind the pages, once no visitor is left: nothing new is begun, what is under way ends. */
    Future<Void> close() {
        return answers.close()
                .eventually(clockwork::close)
                .eventually(post::close)
                .eventually(staffroom::close);
    }

    /** Nobody who only follows is waited for. */
    void hush() {
        staffroom.hush();
    }
}
