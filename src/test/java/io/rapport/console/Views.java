package io.rapport.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import io.rapport.console.work.UnfinishedImport;
import io.rapport.console.customers.ChurnList;
import io.rapport.console.customers.CustomerRow;
import io.rapport.console.customers.CustomerView;
import io.rapport.console.customers.DecisionView;
import io.rapport.console.customers.DecisionView.ActionView;
import io.rapport.console.customers.DecisionView.ConclusionView;
import io.rapport.console.customers.DecisionView.HeldBackView;
import io.rapport.console.customers.DecisionView.ReasonView;
import io.rapport.console.customers.DecisionView.ReviewView;
import io.rapport.console.customers.DecisionView.Seen;
import io.rapport.console.customers.HistoryView;
import io.rapport.console.customers.PastView;
import io.rapport.console.customers.ScenarioDesk;
import io.rapport.console.customers.TimelineView;
import io.rapport.console.customers.WhatIfView;
import io.rapport.console.customers.WhyNotValueView;
import io.rapport.console.rules.RulebookView;
import io.rapport.console.versions.ComparisonView;
import io.rapport.console.versions.VersionView;
import io.rapport.console.versions.VersionsView;
import io.rapport.console.work.MessageView;
import io.rapport.console.work.QuarantineView;
import io.rapport.console.work.TaskView;

/** What pages show in the tests. */
public final class Views {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** A name that would run if a page trusted it, written from right to left, with an emoji. */
    static final String HOSTILE = "<script>alert(1)</script> \u202eשלום 🎂";

    private Views() {}

    static ReasonView because(String rule, String sentence) {
        return new ReasonView(rule, "Tier: top 5 % by current value", sentence,
                List.of(new Seen("top-percent", "current value, in the top %", "3.2")));
    }

    static ActionView birthdayMail() {
        return new ActionView("a1", "message", "birthday", "email", "promotion", "", NOON, null, NOON.plusSeconds(86_400),
                because("CARE-001/1", "it is the birthday"));
    }

    static DecisionView decision(String name) {
        return new DecisionView(
                "o1", 7, name, NOON, "6f1c9a",
                List.of(new ConclusionView("tier", "", "gold", because("TIER-001/2", "next 4 % by current value")),
                        new ConclusionView("stage", "", "expansion", because("STAGE-001/3", "three orders")),
                        new ConclusionView("relationship", "product line/Candles", "proactive",
                                because("REL-001/6", "medium number of customers, margin high"))),
                List.of(birthdayMail()),
                List.of(new HeldBackView(birthdayMail(), because("policy/consent", "No consent for promotion by this channel."),
                        null)),
                List.of(new ReviewView(NOON.plusSeconds(864_000), "CHURN-001/2", "Churn: silent for 60 days")));
    }

    static TodayView today(String name) {
        return new TodayView(
                NOON, "UTC",
                List.of(new TodayView.DoorView("orders-in", 1_234), new TodayView.DoorView("email-in", 17)),
                new TodayView.Waiting(12L, 3, null), 4, 1_251, List.of(decision(name), decision("Boris")),
                List.of(new TodayView.Count("local", 21), new TodayView.Count("waiting", 2)),
                new TodayView.TaskCounts(5, 1),
                new TodayView.RulebookLine("6f1c9a0d33ab77e1", NOON, 57,
                        List.of("rules/1-classify/value-tier.csv:10:1  needs a number from 0 to 100, found [l00]\n"
                                + "    l00,lead,the rest\n    ^^^\nMaybe you meant 100.\n")),
                sweep(), 41.5,
                new TodayView.ImportView("retail_lines.csv.gz", 42.5, 9_800, true, Duration.ofMinutes(3)),
                List.of(new UnfinishedImport("812-ab", "years.csv", NOON, 12_000, NOON, false, false)),
                new TodayView.Switches(false, List.of(new TodayView.ChannelSwitch("email", true))),
                List.of(new TodayView.UntakenView("orders/november.xlsx", "ending")));
    }

    static TodayView nothingYet() {
        return new TodayView(NOON, "UTC", List.of(), new TodayView.Waiting(null, 0, null), 0, 0, List.of(), List.of(),
                new TodayView.TaskCounts(0, 0), null, new SweepView("", 0, 0, 0, 100, 0, false, List.of()), 0, null, List.of(),
                new TodayView.Switches(true, List.of()), List.of());
    }

    static CustomerRow row(String name) {
        return new CustomerRow(7, name, "anna@example.org", "", "gold", "loyal", null, "low", NOON, NOON.plusSeconds(864_000));
    }

    static CustomerView customer(String name) {
        return new CustomerView(
                who(name), figures(), NOON, decision(name).conclusions(),
                List.of(new CustomerView.Lasting("stage", "expansion", NOON)), decision(name).actions(),
                decision(name).heldBack(),
                List.of(new CustomerView.WhyNotView("CARE-003/1", "Win-back after silence", "", List.of(
                        new CustomerView.Failed("the customer has been silent for at least 90 days", "12", "90 and above", false),
                        new CustomerView.Failed("status is lost", "unknown", "lost", true)), "", null, null, null, "",
                        List.of("in 78 days by itself, on 8 Feb 2027")),
                        new CustomerView.WhyNotView("CARE-001/1", "Birthday greeting", "", List.of(), "", null, NOON, NOON, "",
                                List.of()),
                        new CustomerView.WhyNotView("CARE-003/1", "Quality call", "", List.of(), "", null, null, null,
                                "Nothing was delivered lately.", List.of())),
                decision(name).reviews(), List.of(decision(name)), List.of(task()), List.of(message("local")), insight());
    }

    static CustomerView stranger() {
        return new CustomerView(
                new CustomerView.Who(8, "", null, List.of(), List.of(), List.of(), List.of(), List.of()),
                new CustomerView.Figures(null, List.of(), List.of(), List.of(), List.of()), null, List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static WhatIfView whatIf(String name) {
        return new WhatIfView(7, name, NOON, NOON, "if an order of 50 were placed now",
                List.of(new WhatIfView.Difference("churn-level", "", "high", "low", because("CHURN-001/1", "buys often")),
                        new WhatIfView.Difference("churn-sign", "", "silent", null, null)),
                List.of(new WhatIfView.Done(NOON, birthdayMail())), List.of());
    }

    static ChurnList.ChurnView churn(String name) {
        return new ChurnList.ChurnView("EUR",
                new ChurnList.Part(List.of(new ChurnList.Line(7, name, List.of("silent", "returns"), "bought-away", "81.5", "240",
                        240)), 2_000, true),
                new ChurnList.Part(List.of(new ChurnList.Line(8, "", List.of(), "", "unknown", "unknown", 0)), 1, false));
    }

    static HistoryView history(String name) {
        return new HistoryView(7, name, List.of(LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 21)),
                List.of(new HistoryView.Figure("current-value", "current value", List.of(12.0, 30.0)),
                        new HistoryView.Figure("lifetime-value", "lifetime value", Arrays.asList(null, 80.0))),
                List.of(new HistoryView.Value("tier", List.of("", "gold"))),
                List.of(new CustomerView.Change("tier", "", "", "gold", NOON),
                        new CustomerView.Change("relationship", "product line/Candles", "basic", "", NOON)));
    }

    static WhyNotValueView whyNot(String name) {
        var failed = new CustomerView.Failed("the current value is in the top 1 %", "3.2", "at most 1", false);
        return new WhyNotValueView(7, name, "tier", decision(name).conclusions().getFirst(), List.of(
                new WhyNotValueView.OtherView("silver", List.of(new WhyNotValueView.PathView("TIER-001/3", "tier silver", "",
                        List.of(), "TIER-001/2", "tier gold", "")), 0, List.of()),
                new WhyNotValueView.OtherView("diamond", List.of(new WhyNotValueView.PathView("TIER-001/1", "tier diamond", "",
                        List.of(failed), "", "", "")), 2, List.of("with a current value of 9000 instead of 3000"))),
                "");
    }

    static PastView past(String name) {
        var customer = customer(name);
        return new PastView(7, name, happening("<img src=x onerror=alert(1)>"), decision(name), customer.who().traits(),
                customer.who().consents(), customer.lasting(), customer.figures());
    }

    static ScenarioDesk.ScenarioView scenario(String text) {
        return new ScenarioDesk.ScenarioView(7, "o1", text, "");
    }

    static ForecastView forecasts() {
        return new ForecastView("2026-11-21T00:00:00Z", NOON.atZone(java.time.ZoneOffset.UTC).toLocalDate().minusMonths(7), 299,
                -1_234.5,
                new double[] {0.5, 6, 0.9, 1.6}, new double[] {6, 4, 15}, 182, true, true, 6, 300);
    }

    static Reports.ReportsView reports() {
        return new Reports.ReportsView("EUR", NOON, NOON.minusSeconds(31_536_000), 365,
                new Reports.Equity(1_234_567, 890, 10_000),
                forecasts(),
                List.of(new Reports.Source("", 900, 300, 12_000, 3_600), new Reports.Source("fair", 40, 30, 4_000, 1_200)),
                List.of(new Reports.Growth("gold", new Reports.Size(40, 412.5, 3.25, 480), new Reports.Size(30, 300, 2.5, 400)),
                        new Reports.Growth("lead", new Reports.Size(500, 200, 1.2, 8), null)));
    }

    private static CustomerView.Insight insight() {
        return new CustomerView.Insight(
                List.of(new CustomerView.Change("tier", "", "silver", "gold", NOON)),
                List.of(new CustomerView.ValueView("historical value", "470", "money", "Margin to date less the cost to serve."),
                        new CustomerView.ValueView("satisfaction in %", "unknown", "%", "Mean of surveys.")),
                List.of(new CustomerView.LinkView("contact-of", "account:acme", List.of("buyer"), "social", false, NOON)));
    }

    static TaskView task() {
        return new TaskView("t1", 7, "answer the complaint", "Parcel never came", "service", "open", NOON.minusSeconds(60),
                NOON.minusSeconds(86_400), true, "CARE-004/1", "");
    }

    static MessageView message(String status) {
        return new MessageView("a1", 7, status, "email", "promotion", "birthday", "CARE-001/1", "anna@example.org",
                "Happy birthday, Anna", "Dear Anna,\n\nall the best.", "en", NOON, NOON, null, 1, "", NOON);
    }

    static TimelineView happening(String text) {
        return new TimelineView("m1", "email-in/m1.eml", "email.received", NOON, "Where is my parcel? topic complaint", text,
                true);
    }

    static QuarantineView quarantined(String text) {
        return new QuarantineView("q1", "orders-in", "The date [31/02/2026] does not exist.\nMaybe 28/02/2026.",
                "retail.csv:17:5", NOON, 61, "waiting", text, true);
    }

    static RulebookView rulebook() {
        return new RulebookView(
                "6f1c9a0d33ab77e1", List.of("rules/4-care/win-back.sentences:9:56  no such sentence\n"),
                List.of(new RulebookView.RuleFileView("classify", "1-classify/value-tier.csv", "TIER-001",
                        "Value tier: where care pays most", "marketing", "live", LocalDate.of(2026, 12, 1),
                        "Five tiers by current value", "large new customers with little history",
                        List.of(new RulebookView.RuleView("TIER-001/1", "tier diamond", 5,
                                List.of("current value, in the top 1 %"))))));
    }

    static VersionView version(String hash, String state, String note) {
        return new VersionView(hash, state, NOON, "eva", note, Duration.ofMillis(812), state.equals("live") ? null : 169,
                state.equals("draft") ? 2 : 0, state.equals("checked") ? NOON.plusSeconds(864_000) : null, "11aa22bb33cc44dd",
                "412 customers change their tier.", "There are no examples in [features].");
    }

    static VersionsView versions(String note) {
        return new VersionsView("6f1c9a0d33ab77e1", sweep(),
                new VersionsView.DraftView("77e16f1c9a0d33ab", true, List.of("features/tier.feature:6  the tenth of a thousand")),
                List.of(version("6f1c9a0d33ab77e1", "live", note), version("11aa22bb33cc44dd", "retired", ""),
                        version("22bb33cc44dd11aa", "checked", "December"), version("33cc44dd11aa22bb", "draft", "")),
                List.of(new VersionsView.ChangeView(NOON, "6f1c9a0d33ab77e1", "published", "eva", note)));
    }

    static SweepView sweep() {
        return new SweepView("6f1c9a0d33ab77e1", 4_380, 3_592, 788, 82, 12, true, List.of(7L));
    }

    static ComparisonView comparison(String text) {
        return new ComparisonView("6f1c9a0d33ab77e1", "77e16f1c9a0d33ab",
                List.of(new ComparisonView.RuleView("changed", "1-classify/value-tier.csv", "TIER-001/2", text,
                        List.of("current value, in the top % is at most 5"),
                        List.of("current value, in the top % is at most 4"))),
                List.of(new ComparisonView.FileView("1-classify/value-tier.csv", "changed", 1, 1,
                        List.of(new ComparisonView.LineView("gap", 0, 0, ""), new ComparisonView.LineView("same", 9, 9, "a,b"),
                                new ComparisonView.LineView("went", 10, 0, "1,diamond"),
                                new ComparisonView.LineView("came", 0, 10, text)))));
    }

    private static CustomerView.Who who(String name) {
        return new CustomerView.Who(
                7, name, null, List.of(9L),
                List.of(new CustomerView.IdentityView("email", "anna@example.org", "orders/1", NOON, false, true),
                        new CustomerView.IdentityView("order-system", "12347", "", null, true, true)),
                List.of(new CustomerView.Trait("birthday", "1990-11-22"), new CustomerView.Trait("language", "en")),
                List.of(new CustomerView.ConsentView("email", "promotion", true, NOON, "form preferences")),
                List.of(new CustomerView.AwaitedView("sms", "promotion", NOON)));
    }

    private static CustomerView.Figures figures() {
        return new CustomerView.Figures(
                new CustomerView.PurchaseFigures("EUR", 7, LocalDate.of(2025, 12, 7), LocalDate.of(2026, 11, 1), 54.8,
                        new BigDecimal("4310.50"), new BigDecimal("1422.3"),
                        new BigDecimal("1300.5")),
                List.of(new CustomerView.TallyView("order.placed", 7, 1, 6, new BigDecimal("4310.50"),
                        NOON.minusSeconds(9_999_999), NOON),
                        new CustomerView.TallyView("contact.email.promotion", 2, 1, 2, BigDecimal.ZERO, NOON, NOON)),
                List.of(new CustomerView.LineView("Candles", 5, new BigDecimal("900.5"), new BigDecimal("360.2"),
                        LocalDate.of(2026, 11, 1))),
                List.of(new CustomerView.ComplaintView("c1", NOON, "email", 1, "service", NOON.plusSeconds(7_200))),
                List.of(new CustomerView.DeliveryView("536365", NOON)));
    }
}
