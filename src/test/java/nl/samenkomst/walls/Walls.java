package nl.samenkomst.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The walls of the house: who may know whom. Drawn for any root package, so that a planted fault can be held against them. */
final class Walls {

    /** The rooms, from left to right: each may know those to its left. */
    static final List<String> LINE = List.of(
            "account",
            "network",
            "meeting",
            "event",
            "registration",
            "series",
            "team",
            "calendar",
            "reminder",
            "survey",
            "quote",
            "recap",
            "mailing",
            "checkin",
            "reach",
            "desk",
            "demo");

    private final String root;

    Walls(String root) {
        this.root = root;
    }

    /** Every rule by its sentence. */
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("the kit knows no room", knowsNot("kit", rooms()));
        rules.put(
                "what plugins speak of knows the JDK alone",
                classes()
                        .that(inside("spi"))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", root + ".spi..")));
        rules.put(
                "plugins know spi alone",
                classes()
                        .that(inside("plugins"))
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage("java..", "org.jspecify..", root + ".spi..", root + ".plugins..")));
        for (int i = 0; i < LINE.size() - 1; i++) {
            rules.put(
                    "the room " + LINE.get(i) + " knows no room to its right",
                    knowsNot(LINE.get(i), LINE.subList(i + 1, LINE.size())));
        }
        rules.put(
                "only stores and the kit speak to the database in rows",
                noClasses()
                        .that(inside("")
                                .and(DescribedPredicate.not(inside("kit")))
                                .and(DescribedPredicate.not(store())))
                        .should()
                        .dependOnClassesThat(simpleName("Row")
                                .or(simpleName("Tuple"))
                                .and(resideInAPackage("io.vertx.sqlclient.."))));
        rules.put("only the calendar knows iCal4j", only("calendar", "net.fortuna.ical4j.."));
        rules.put("only the kit's mail knows Simple Java Mail", only("kit.mail", "org.simplejavamail.."));
        rules.put("only the kit's web knows the routing context", only("kit.web", "io.vertx.ext.web.."));
        rules.put("promises are kept in the kit", only("kit", "io.vertx.core.Promise"));
        rules.put(
                "nobody is called after what it does for everybody",
                noClasses()
                        .that(inside(""))
                        .should()
                        .haveNameMatching(".*(Manager|Service|Helper|Util|Utils|Impl|DTO|Dto)"));
        return rules;
    }

    private List<String> rooms() {
        return LINE;
    }

    private ArchRule knowsNot(String from, List<String> others) {
        var packages = others.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
        return noClasses().that(inside(from)).should().dependOnClassesThat(resideInAnyPackage(packages));
    }

    private ArchRule only(String room, String library) {
        var foreign = library.endsWith("..")
                ? resideInAPackage(library)
                : DescribedPredicate.<JavaClass>describe(
                        library, one -> one.getName().equals(library));
        return noClasses()
                .that(inside("").and(DescribedPredicate.not(inside(room))))
                .should()
                .dependOnClassesThat(foreign);
    }

    private DescribedPredicate<JavaClass> inside(String room) {
        return resideInAPackage(room.isEmpty() ? root + ".." : root + "." + room + "..");
    }

    /** A store, or what is nested in one. */
    private static DescribedPredicate<JavaClass> store() {
        return simpleNameEndingWith("Store")
                .or(DescribedPredicate.describe("inside a store", one -> one.getEnclosingClass()
                        .filter(outer -> outer.getSimpleName().endsWith("Store"))
                        .isPresent()));
    }
}
