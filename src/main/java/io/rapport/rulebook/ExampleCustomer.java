package io.rapport.rulebook;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.rapport.rulebook.checks.ExampleEvents;
import io.rapport.rulebook.checks.ExamplePurchases;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom given words have given values, told in the steps of the examples, so that an analyst can paste it into a
 * feature file. What no step says is a comment.
 */
public final class ExampleCustomer {

    /** The day on which these examples are told, unless a fact says which day it is. */
    private static final LocalDate USUAL_DAY = LocalDate.of(2026, 6, 29);

    /** Within so many days each day of the year has been each day of the week. */
    private static final int DAYS = 366 * 28;

    /** Ranks are told among so many, so that one of them is a tenth of a percent. */
    private static final double CUSTOMERS = 1000;

    private static final double PERCENT = 100;

    private static final Map<String, Shown> MEASURES = Map.of(
            "current-value-top", new Shown("current value", "当前价值"), "recency-top", new Shown("recency", "最近购买"),
            "frequency-top", new Shown("frequency", "购买频度"), "spend-top", new Shown("spend", "消费金额"));

    private static final Shown BORN = new Shown("Anna was born on {0}", "安娜生于{0}");

    /**
     * What a word of the vocabulary is to be.
     *
     * @param number NaN for a word, and when unknown
     * @param word null for a number, and when unknown
     */
    public record Fact(Condition about, double number, @Nullable String word) {

        public String id() {
            return about.term().id();
        }

        public boolean unknown() {
            return Double.isNaN(number) && word == null;
        }

        /** As the reader of the language says it. */
        String value(boolean chinese) {
            if (unknown()) {
                return chinese ? "未知" : "unknown";
            }
            if (word != null) {
                return Wording.value(about.term(), word, chinese);
            }
            if (about.term().type() == Term.Type.YES_NO) {
                return number == 1 ? chinese ? "是" : "yes" : chinese ? "否" : "no";
            }
            return Numbers.exact(number);
        }

        Shown shown() {
            return new Shown(value(false), value(true));
        }
    }

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Shown> given = new ArrayList<>();
    private final List<Shown> when = new ArrayList<>();
    private final List<Shown> unsaid = new ArrayList<>();
    private boolean dated;
    private LocalDate today = USUAL_DAY;

    private ExampleCustomer(List<Fact> wanted) {
        wanted.forEach(fact -> facts.put(fact.about().key(), fact));
    }

    /** The lines of a scenario, separated by line feeds; empty when there is nothing to tell. */
    public static Shown of(List<Fact> facts) {
        if (facts.isEmpty()) {
            return Shown.NOTHING;
        }
        var customer = new ExampleCustomer(facts);
        customer.tell();
        return new Shown(customer.told(false), customer.told(true));
    }

    private void tell() {
        chooseDay();
        tellOfLine();
        tellOfPurchases();
        facts.values().forEach(this::tell);
        if (dated) {
            given.addFirst(Shown.of("it is {1} {0}, 09:00 in London", "现在是{0}{1}09:00,在伦敦", today,
                    new Shown(named(today, false), named(today, true))));
        }
    }

    private void chooseDay() {
        var weekday = take(Weekdays.TERM);
        var dayOfYear = take("day-of-year");
        if (weekday != null || dayOfYear != null) {
            dated = true;
            today = USUAL_DAY.datesUntil(USUAL_DAY.plusDays(DAYS))
                    .filter(day -> weekday == null || weekday.word() == null || named(day, false).equals(weekday.word()))
                    .filter(day -> dayOfYear == null || Check.Window.number(MonthDay.from(day)) == dayOfYear.number())
                    .findFirst().orElse(USUAL_DAY);
        }
    }

    private static String named(LocalDate day, boolean chinese) {
        var word = Weekdays.WORDS.get(day.getDayOfWeek().ordinal());
        return chinese ? word.chinese() : word.word();
    }

    private String told(boolean chinese) {
        var lines = new ArrayList<String>();
        var and = chinese ? "并且 " : "And ";
        for (var i = 0; i < given.size(); i++) {
            lines.add((i > 0 ? and : chinese ? "假如 " : "Given ") + given.get(i).in(chinese));
        }
        for (var i = 0; i < when.size(); i++) {
            lines.add((i > 0 ? and : chinese ? "当 " : "When ") + when.get(i).in(chinese));
        }
        unsaid.forEach(fact -> lines.add("# " + fact.in(chinese)));
        return String.join("\n", lines);
    }

    private void tellOfLine() {
        var lines = facts.values().stream()
                .filter(fact -> fact.about().term().scope() == io.rapport.facts.Situation.Scope.PRODUCT_LINE)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        var name = Optional.ofNullable(take("product-line-name")).map(Fact::shown).orElse(new Shown("Candles", "蜡烛"));
        var owners = take("line-customers");
        var margin = take("line-margin");
        if (owners != null && owners.unknown() || margin != null && margin.unknown()) {
            unsaid.add(new Shown("nobody has counted the line yet", "尚未统计该产品线"));
        } else if (owners != null || margin != null) {
            var rate = margin == null ? 20 : margin.number();
            if (rate < 0) {
                unsaid.add(Shown.of("the margin is below nothing: {0} %", "毛利率为负:{0}%", Numbers.exact(rate)));
            }
            given.add(Shown.of("{0} customers own the product line \"{1}\", at a margin of {2} %",
                    "{0}位客户拥有产品线\"{1}\",毛利率为{2}%", owners == null ? 100L : (long) owners.number(), name,
                    Numbers.exact(Math.max(0, rate))));
        }
        given.add(Shown.of("Anna has bought from the product line \"{0}\"", "安娜购买过产品线\"{0}\"", name));
    }

    private void tellOfPurchases() {
        var told = ExamplePurchases.of(facts, today);
        if (told != null) {
            told.said().forEach(facts::remove);
            dated = true;
            given.addAll(told.steps());
            unsaid.addAll(told.unsaid());
        }
    }

    private void tell(Fact fact) {
        var number = fact.number();
        switch (fact.id()) {
            case "current-value-top", "recency-top", "frequency-top", "spend-top" -> rank(fact);
            case "tier" -> saidIf(fact, fact.word() != null, given,
                    Shown.of("Anna is a {0} customer", "安娜属于\"{0}\"客户", fact.shown()));
            case "language" -> saidIf(fact, List.of("en", "zh").contains(fact.value(false)), given, fact.value(false).equals("en")
                    ? new Shown("Anna reads English", "安娜阅读英文")
                    : new Shown("Anna reads Chinese", "安娜阅读中文"));
            case "complaint-open", "complaint-raised" -> complaints(fact, number == 1 ? 1 : 0);
            case "complaints-open", "complaints-within" -> complaints(fact, number);
            case "birthday-today" -> saidIf(dated(fact, number == 1), number == 1, given,
                    Shown.of(BORN.english(), BORN.chinese(), today.minusYears(40)));
            case "days-until-birthday" -> saidIf(dated(fact, number >= 0), number >= 0, given,
                    Shown.of(BORN.english(), BORN.chinese(), today.minusYears(40).plusDays(days(number))));
            case "age-reached-today" -> saidIf(dated(fact, number >= 1), number >= 1, given,
                    Shown.of(BORN.english(), BORN.chinese(), today.minusYears(days(number))));
            case "first-order-anniversary" -> firstOrder(fact, number == 1, today.minusYears(1));
            case "first-order-anniversary-years" -> firstOrder(fact, number >= 1, today.minusYears(days(number)));
            case "days-until-first-order-anniversary" ->
                firstOrder(fact, number >= 0, today.minusYears(1).plusDays(days(number)));
            case "days-since-delivery" -> saidIf(dated(fact, number >= 0), number >= 0, given,
                    Shown.of("an order of Anna is delivered on {0}", "安娜的订单在{0}送达", today.minusDays(days(number))));
            case "message-text" -> saidIf(fact, fact.word() != null, when,
                    Shown.of("Anna writes an e-mail: \"{0}\"", "安娜写邮件:\"{0}\"", fact.value(false)));
            case "description" -> saidIf(fact, fact.word() != null, when,
                    Shown.of("Anna orders \"{0}\" for 10.00 EUR", "安娜以10.00 EUR订购\"{0}\"", fact.value(false)));
            case "returns-within" -> returns(fact);
            case "withdrawals-within" -> withdrawals(fact);
            case "complaint-age" -> age(fact);
            default -> happened(fact);
        }
    }

    /** Where nothing else is told of his purchases, and one a few years ago would not be in the way. */
    private void firstOrder(Fact fact, boolean can, LocalDate day) {
        var alone = given.stream().noneMatch(step -> step.english().startsWith("Anna ordered"));
        saidIf(dated(fact, can && alone), can && alone, given, Shown.of("Anna ordered on {0}", "安娜在{0}订购", day));
    }

    private void happened(Fact fact) {
        var events = ExampleEvents.of(fact, today);
        dated |= events.isDated();
        given.addAll(events.given());
        when.addAll(events.when());
        if (events.isEmpty()) {
            unsaid(fact);
        }
    }

    private void rank(Fact fact) {
        if (fact.unknown()) {
            given.add(new Shown("there are 99 customers", "共有99位客户"));
            return;
        }
        var rank = (long) Math.max(1, Math.round(fact.number() / PERCENT * CUSTOMERS));
        var crowd = Shown.of("there are {0} customers", "共有{0}位客户", (long) CUSTOMERS);
        if (!given.contains(crowd)) {
            given.add(crowd);
        }
        given.add(Shown.of("Anna ranks {0}{1} by {2}", "安娜的{2}排第{0}位", rank, Numbers.ending(rank),
                MEASURES.getOrDefault(fact.id(), new Shown("spend", "消费金额"))));
    }

    private void complaints(Fact fact, double count) {
        if (count < 1 || count > 3) {
            unsaid(fact);
            return;
        }
        for (var i = 0; i < count && given.stream().filter(ExampleEvents.COMPLAINT::equals).count() < count; i++) {
            given.add(ExampleEvents.COMPLAINT);
        }
    }

    private void returns(Fact fact) {
        if (!(fact.number() >= 1 && fact.number() <= 5)) {
            unsaid(fact);
            return;
        }
        dated = true;
        for (var i = (int) fact.number(); i >= 1; i--) {
            given.add(Shown.of("Anna returned goods for 20 EUR on {0}", "安娜在{0}退回20 EUR的商品", today.minusDays(i)));
        }
    }

    private void withdrawals(Fact fact) {
        if (fact.number() == 1) {
            given.add(new Shown("Anna agrees to promotion by e-mail", "安娜同意通过电子邮件接收推广"));
            when.add(new Shown("Anna withdraws the consent to promotion by e-mail", "安娜撤回通过电子邮件接收推广的同意"));
        } else {
            unsaid(fact);
        }
    }

    private void age(Fact fact) {
        if (!(fact.number() >= 1) || fact.number() != Math.rint(fact.number())) {
            unsaid(fact);
            return;
        }
        if (!given.contains(ExampleEvents.COMPLAINT)) {
            given.add(ExampleEvents.COMPLAINT);
        }
        when.add(Shown.of(fact.number() == 1 ? "{0} hour passes" : "{0} hours pass", "过了{0}小时", (long) fact.number()));
    }

    private static long days(double number) {
        return Double.isNaN(number) ? 0 : (long) number;
    }

    private Fact dated(Fact fact, boolean said) {
        dated |= said;
        return fact;
    }

    private void saidIf(Fact fact, boolean can, List<Shown> steps, Shown step) {
        if (can) {
            steps.add(step);
        } else {
            unsaid(fact);
        }
    }

    private void unsaid(Fact fact) {
        unsaid.add(Shown.of("Anna: {0} {1}", "安娜:{0} {1}", new Shown(Wording.noun(fact.about(), Locale.ENGLISH),
                Wording.noun(fact.about(), Locale.CHINESE)), fact.shown()));
    }

    private @Nullable Fact take(String id) {
        return facts.remove(id);
    }
}
