package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.AT_LEAST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** The people around a customer, what he is used to, and where he came from. */
public final class PeopleTerms {

    private static final List<Term.Word> ROLES = List.of(new Term.Word("user", "使用者"), new Term.Word("influencer", "影响者"),
            new Term.Word("buyer", "购买者"), new Term.Word("decision-maker", "决策者"));

    private static final List<Term.Word> MOTIVES = List.of(new Term.Word("physiological", "生理性"),
            new Term.Word("psychological", "心理性"), new Term.Word("social", "社会性"));

    private static final List<Term.Word> SOURCES = List.of(new Term.Word("survey", "调查"), new Term.Word("campaign", "活动"),
            new Term.Word("service", "服务"), new Term.Word("point-of-sale", "销售点"), new Term.Word("fair", "展会"),
            new Term.Word("web", "网页"), new Term.Word("call-centre", "呼叫中心"), new Term.Word("complaint", "投诉"),
            new Term.Word("list", "名单"));

    private static final List<String> CONTACTS = List.of("customer.contacted", "email.received", "web.form", "call.received",
            "call.made", "chat.message", "sms.received", "letter.received", "fax.received", "visit.made", "visit.announced");

    private PeopleTerms() {}

    public static List<Term> all() {
        return List.of(silence(), role(), motive(), contract(), linked("contacts-of", "contact", "number of contacts", "联系人数"),
                linked("members", "member", "number of members", "成员数"), decisionMakers(),
                linked("family", "family", "number of family members", "家属数"),
                linked("carers", "carer", "number of carers", "照护者数"), group(),
                remembered("usual-choice", Memory.PREFERS, "remembered choice", "习惯选择"),
                remembered("to-avoid", Memory.AVOIDS, "what to avoid", "需避免"), source());
    }

    private static Term silence() {
        return Draft.number(CUSTOMER, "contact-silence", (s, _, day) -> {
            var last = lastContact(s);
            return last == null ? Double.NaN : Math.max(0, day - last.toEpochDay());
        }).noun("days since the last contact", "距上次联系的天数").unit("days").whole().moving(new Motion.ByDay())
                .anchor(s -> "no contact since " + lastContact(s))
                .say(AT_LEAST, "the customer and we have not been in contact for {number} days", "与客户已{number}天没有联系")
                .help("In either direction, by any channel; since the first purchase where there was none. Else unknown.").done();
    }

    /** The customer's day of the last message, call or visit; without any, of the first purchase. */
    private static @Nullable LocalDate lastContact(Situation situation) {
        var tallies = situation.memory().tallies();
        Instant last = null;
        for (var name : CONTACTS) {
            var tally = tallies.get(name);
            last = tally != null && (last == null || tally.last().isAfter(last)) ? tally.last() : last;
        }
        var purchases = situation.memory().purchases();
        return last != null ? LocalDate.ofInstant(last, situation.zone()) : purchases == null ? null : purchases.first();
    }

    private static Term role() {
        return Draft.word(CUSTOMER, "buying-role", s -> strongest(s, ROLES)).noun("buying role", "购买角色").values(ROLES)
                .help("As contact of an organisation; the strongest where there are several.").done();
    }

    private static Term motive() {
        return Draft.word(CUSTOMER, "buying-motive", s -> links(s).stream().map(Memory.Link::motive)
                .filter(motive -> !motive.isEmpty()).findFirst().orElse(null)).noun("buying motive", "购买动机").values(MOTIVES)
                .help("As told with a link to an organisation.").done();
    }

    private static Term contract() {
        return Draft
                .word(CUSTOMER, "contract-running", s -> count(s, "contract.signed") > count(s, "contract.ended") ? "yes" : "no")
                .noun("running contract", "有效合同").values(List.of(new Term.Word("no", "否"), new Term.Word("yes", "是")))
                .help("More contracts signed than ended, as far as anybody told us.").done();
    }

    private static long count(Situation situation, String type) {
        var tally = situation.memory().tallies().get(type);
        return tally == null ? 0 : tally.count();
    }

    private static Term linked(String id, String relation, String english, String chinese) {
        return Draft.number(CUSTOMER, id, (s, _, _) -> links(s).stream().filter(link -> link.relation().equals(relation)).count())
                .noun(english, chinese).whole().help("As customer.linked events told: relation " + relation + ".").done();
    }

    private static Term decisionMakers() {
        return Draft.number(CUSTOMER, "decision-makers", (s, _, _) -> links(s).stream()
                .filter(link -> link.relation().equals("contact") && link.roles().contains("decision-maker")).count())
                .noun("number of decision-makers known", "已知决策者数").whole().help("Contacts of the organisation in this role.")
                .done();
    }

    private static Term group() {
        return Draft.word(CUSTOMER, "group", s -> links(s).stream().filter(link -> link.relation().equals("member-of"))
                .map(Memory.Link::with).findFirst().orElse(null)).noun("group contract", "团体合同")
                .help("The group whose contract covers him, by its identity.").done();
    }

    private static Term remembered(String id, String prefix, String english, String chinese) {
        return Draft.word(CUSTOMER, id, s -> remembered(s.memory(), prefix)).noun(english, chinese)
                .help("From the traits that begin with " + prefix + ", for instance " + prefix + "seat.").done();
    }

    private static Term source() {
        return Draft.word(CUSTOMER, "acquisition-source", s -> s.memory().traits().get(Memory.ACQUISITION_SOURCE))
                .noun("acquisition source", "获客来源").values(SOURCES).help("Where we learned of him first.").done();
    }

    /** {@code seat: by the window, breakfast: early}; null when nothing is remembered. */
    public static @Nullable String remembered(Memory memory, String prefix) {
        var found = new TreeMap<String, String>();
        memory.traits().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()).replace('-', ' '), value);
            }
        });
        return found.isEmpty() ? null
                : found.entrySet().stream().map(PeopleTerms::pair).collect(Collectors.joining(", "));
    }

    private static String pair(Map.Entry<String, String> remembered) {
        return remembered.getKey() + ": " + remembered.getValue();
    }

    private static @Nullable String strongest(Situation situation, List<Term.Word> order) {
        @Nullable String strongest = null;
        for (var word : order) {
            for (var link : links(situation)) {
                strongest = link.relation().equals("contact-of") && link.roles().contains(word.word()) ? word.word() : strongest;
            }
        }
        return strongest;
    }

    private static List<Memory.Link> links(Situation situation) {
        return situation.memory().standingLinks();
    }
}
