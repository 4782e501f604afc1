package io.rapport.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.rapport.console.versions.DryRunDesk;
import io.rapport.console.versions.DryRunView;
import io.rapport.console.versions.DryRunView.Choice;
import io.rapport.console.versions.DryRunView.RunView;
import io.rapport.publishing.dryrun.Affected;
import io.rapport.publishing.dryrun.Both;
import io.rapport.publishing.dryrun.DryRunReport;
import io.rapport.publishing.dryrun.DryRunReport.Outcome;
import io.rapport.publishing.dryrun.Said;

/** Dry runs that the pages show in tests. */
final class DryRunViews {

    static final String PAGE = "/dry-run/20261122-120000-000";

    static final String UNDER_WAY = "/dry-run/20261122-120500-000";

    private DryRunViews() {}

    static void fill(DryRunDesk desk) {
        var finished = run("20261122-120000-000", "finished", 100);
        var running = run("20261122-120500-000", "running", 12.5);
        when(desk.list()).thenReturn(List.of(running, finished));
        when(desk.choices())
                .thenReturn(List.of(new Choice("draft", null, ""), new Choice("0123456789abcdef", Views.NOON, "a note")));
        when(desk.one(finished.id())).thenReturn(new DryRunView(finished, report()));
        when(desk.one(running.id())).thenReturn(new DryRunView(running, null));
        when(desk.affected(eq(finished.id()), any(), anyInt())).thenReturn(
                new Listing<>(List.of(atOnce(), tier(), winBack()), 1, 25, false, "tier", "customer", false));
        when(desk.all(finished.id())).thenAnswer(_ -> Stream.of(tier(), winBack()));
    }

    static void empty(DryRunDesk desk) {
        when(desk.list()).thenReturn(List.of());
        when(desk.choices()).thenReturn(List.of(new Choice("draft", null, "")));
    }

    private static RunView run(String id, String state, double percent) {
        return new RunView(id, "draft", Views.NOON, null, state, "", percent, 1_234, Duration.ofSeconds(40), false,
                state.equals("finished"));
    }

    private static Affected tier() {
        return new Affected(7, "email:anna@example.org", "tier", "", "gold", "silver", Views.NOON,
                new Said("next 4 %", "其后的4%"), new Said("next 15 %", "其后的15%"));
    }

    private static Affected atOnce() {
        return new Affected(9, "", "now/tier", "", "iron", "silver", Views.NOON, new Said("next 30 %", "其后的30%"),
                new Said("next 20 %", "其后的20%"));
    }

    private static Affected winBack() {
        return new Affected(8, "=cmd|calc", "gains", "win-back", "0", "1", Views.NOON,
                new Said("silent for 60 days (it is no)", "沉默60天"), new Said("silent for 60 days", "已沉默60天"));
    }

    private static DryRunReport report() {
        var flagged = new Outcome(412, 111);
        var scored = new DryRunReport.Scored(flagged, new Outcome(2_000, 1_500), new DryRunReport.Flags(500, 200, 300, 20),
                Map.of("tier", Map.of("gold", new Outcome(4, 2))));
        return new DryRunReport(
                new DryRunReport.Subject("live", "candidate", "event log", Views.NOON.minusSeconds(1_000_000), Views.NOON, 900,
                        122, 4,
                        3, new Both(3_451, 3_535), false, true),
                List.of(new DryRunReport.ValueChange("tier", List.of("silver", "gold"),
                        List.of(new DryRunReport.Cell("gold", "silver", 1), new DryRunReport.Cell("gold", "gold", 3)), 1),
                        new DryRunReport.ValueChange("complaint-deadline", List.of("24", "8"),
                                List.of(new DryRunReport.Cell("24", "8", 216)), 216),
                        new DryRunReport.ValueChange("portfolio", List.of("invest"),
                                List.of(new DryRunReport.Cell("invest", "invest", 4)), 0)),
                List.of(new DryRunReport.DeedChange("message", "email", "win-back", new Both(5, 6), 1, 0, 4, -30),
                        new DryRunReport.DeedChange("task", "", "quality call", new Both(5, 5), 0, 0, 0, 0)),
                List.of(new DryRunReport.Daily(LocalDate.of(2026, 11, 20), "email", new Both(2, 1))),
                List.of(new DryRunReport.HeldBack("LIM-001/1", new Said("at most 2 e-mails", "最多2封邮件"), true, new Both(1, 2),
                        List.of(new DryRunReport.HeldAction("message", "email", "win-back", new Both(1, 2))))),
                new DryRunReport.Costs("GBP", List.of(new DryRunReport.Cost("email", new BigDecimal("0.002"), new Both(5, 6),
                        new BigDecimal("0.010"), new BigDecimal("0.012"))), new BigDecimal("0.010"), new BigDecimal("0.012")),
                List.of(new DryRunReport.NeverFired("CARE-002/1", "Birthday", "生日", "4-care/birthday-greeting.sentences", 6, true,
                        true)),
                new DryRunReport.Score(90, Views.NOON, scored, scored), List.of(tier(), winBack()), 2,
                List.of(new DryRunReport.ChangedRuleDone("CARE-005/1", new Said("Win-back", "赢回"), "4-care/win-back.sentences", 9,
                        "changed", new Both(50, 61), new Both(5, 6), new Both(1, 2))),
                new DryRunReport.Work(
                        List.of(new DryRunReport.Load("sales", "call-centre", new Both(880, 884), new BigDecimal("26400.000"),
                                new BigDecimal("26520.000"))),
                        new DryRunReport.Peak(LocalDate.of(2026, 3, 1), 41), new DryRunReport.Peak(LocalDate.of(2026, 3, 2), 57),
                        new DryRunReport.Peak(LocalDate.of(2026, 11, 20), 2),
                        new DryRunReport.Peak(LocalDate.of(2026, 11, 20), 1)),
                new DryRunReport.AtOnce(Views.NOON, 122,
                        List.of(new DryRunReport.ValueChange("tier", List.of("silver", "iron"),
                                List.of(new DryRunReport.Cell("iron", "silver", 6)), 6)),
                        List.of(new DryRunReport.DeedChange("task", "", "quality call", new Both(0, 5), 5, 0, 0, 0)),
                        List.of(new DryRunReport.HeldBack("LIM-001/1", new Said("at most 2 e-mails", "最多2封邮件"), true,
                                new Both(1, 2), List.of(
                                        new DryRunReport.HeldAction("message", "email", "win-back", new Both(1, 2))))),
                        11));
    }
}
