package io.rapport.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rapport.action.Outbox;
import io.rapport.action.OutboxMessage;
import io.rapport.action.Task;
import io.rapport.action.Tasks;
import io.rapport.console.customers.ChurnList;
import io.rapport.console.customers.CustomerPages;
import io.rapport.console.customers.Customers;
import io.rapport.console.customers.Histories;
import io.rapport.console.customers.HistoryPages;
import io.rapport.console.customers.PastDesk;
import io.rapport.console.customers.PastPages;
import io.rapport.console.customers.ScenarioDesk;
import io.rapport.console.customers.WhatIfDesk;
import io.rapport.console.customers.WhatIfPages;
import io.rapport.console.rules.CheckPages;
import io.rapport.console.rules.RuleChecks;
import io.rapport.console.rules.RulebookDesk;
import io.rapport.console.rules.RulebookPages;
import io.rapport.console.rules.StepsPage;
import io.rapport.console.rules.VocabularyPages;
import io.rapport.console.versions.DryRunDesk;
import io.rapport.console.versions.DryRunPages;
import io.rapport.console.versions.VersionsApi;
import io.rapport.console.versions.VersionsDesk;
import io.rapport.console.versions.VersionsPages;
import io.rapport.console.work.OutboxPages;
import io.rapport.console.work.QuarantineControl;
import io.rapport.console.work.QuarantinePages;
import io.rapport.console.work.Sending;
import io.rapport.console.work.TaskPages;
import io.rapport.customer.Population;
import io.rapport.engine.Replay;
import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The pages alone, with their words, their security, and rooms that say what a test wants. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest({TodayPage.class, CustomerPages.class, OutboxPages.class, Sending.class, TaskPages.class, QuarantinePages.class,
        RulebookPages.class, VersionsPages.class, VersionsApi.class, DryRunPages.class, WhatIfPages.class, PastPages.class,
        StepsPage.class,
        VocabularyPages.class, CheckPages.class, ReportPages.class, HistoryPages.class, AnonymousPage.class, ApiPage.class,
        QuarantineControl.class})
@Import({ConsoleSecurity.class, Wording.class, ConsoleTest.Rooms.class})
@MockitoBean(types = {Today.class, Customers.class, WhatIfDesk.class, ScenarioDesk.class, PastDesk.class, RulebookDesk.class,
        VersionsDesk.class, DryRunDesk.class, RuleChecks.class, Outbox.class, Tasks.class, Quarantine.class, Population.class,
        Replay.class, Reports.class, Histories.class, ChurnList.class})
@interface ConsoleTest {

    /** What stands behind the pages. */
    @TestComponent
    class Rooms {

        private final Today today;
        private final Customers customers;
        private final WhatIfDesk whatIf;
        private final ScenarioDesk scenarios;
        private final PastDesk past;
        private final RulebookDesk rulebook;
        private final VersionsDesk versions;
        private final Outbox outbox;
        private final Tasks tasks;
        private final Quarantine quarantine;
        private final Population population;
        private final DryRunDesk dryRuns;
        private final Reports reports;
        private final Histories histories;
        private final ChurnList churn;

        Rooms(Today today, Customers customers, WhatIfDesk whatIf, ScenarioDesk scenarios, PastDesk past,
                RulebookDesk rulebook,
                VersionsDesk versions, Outbox outbox, Tasks tasks, Quarantine quarantine, Population population,
                DryRunDesk dryRuns, Reports reports, Histories histories, ChurnList churn) {
            this.today = today;
            this.customers = customers;
            this.whatIf = whatIf;
            this.scenarios = scenarios;
            this.past = past;
            this.rulebook = rulebook;
            this.versions = versions;
            this.outbox = outbox;
            this.tasks = tasks;
            this.quarantine = quarantine;
            this.population = population;
            this.dryRuns = dryRuns;
            this.reports = reports;
            this.histories = histories;
            this.churn = churn;
        }

        void fill(String name) {
            when(churn.now()).thenReturn(Views.churn(name));
            when(histories.of(7)).thenReturn(Views.history(name));
            when(reports.over(anyInt())).thenReturn(Views.reports());
            when(reports.forecasts()).thenReturn(Views.forecasts());
            when(today.now()).thenReturn(Views.today(name));
            when(customers.list(any())).thenReturn(new Listing<>(List.of(Views.row(name)), 2, 1, true, "", "name", false));
            when(customers.one(7)).thenReturn(Views.customer(name));
            when(customers.timeline(anyLong(), any())).thenReturn(new Listing<>(
                    List.of(Views.happening("<img src=x onerror=alert(1)>")), 1, 25, false, "", "", false));
            when(whatIf.of(eq(7L), any())).thenReturn(Views.whatIf(name));
            when(customers.whyNot(7, "tier")).thenReturn(Views.whyNot(name));
            when(past.of(7, "o1")).thenReturn(Views.past(name));
            when(scenarios.of(7, "o1")).thenReturn(Views.scenario("Feature: <b>Anna</b>"));
            when(rulebook.view()).thenReturn(Views.rulebook());
            DryRunViews.fill(dryRuns);
            when(versions.view()).thenReturn(Views.versions(name));
            when(versions.one(any())).thenReturn(Views.version("22bb33cc44dd11aa", "checked", name));
            when(versions.comparison(any(), any())).thenReturn(Views.comparison("<script>alert(1)</script>"));
            when(population.values()).thenReturn(Map.of("tier", Map.of("gold", 4L)));
            when(population.anonymous()).thenReturn(Map.of("order.placed", 135_080L));
            when(outbox.latest(eq(0), anyInt())).thenReturn(List.of(mail()));
            when(outbox.find("a1")).thenReturn(mail());
            when(outbox.counts()).thenReturn(Map.of(OutboxMessage.Status.LOCAL, 1L));
            when(tasks.list(any(), eq(0), anyInt())).thenReturn(List.of(task()));
            when(quarantine.list(any(), eq(0), anyInt())).thenReturn(List.of(new Quarantined("q1", "orders-in", "a.csv:17:5",
                    "The date [31/02/2026] does not exist.\nMaybe 28/02/2026.", Views.NOON, Quarantined.Status.WAITING, 61)));
            when(quarantine.raw("q1")).thenReturn(Optional.of("</textarea><script>".getBytes(StandardCharsets.UTF_8)));
        }

        void empty() {
            when(today.now()).thenReturn(Views.nothingYet());
            when(customers.list(any())).thenReturn(new Listing<>(List.of(), 1, 25, false, "", "", false));
            when(customers.one(7)).thenReturn(Views.stranger());
            when(customers.timeline(anyLong(), any())).thenReturn(new Listing<>(List.of(), 1, 25, false, "", "", false));
            DryRunViews.empty(dryRuns);
            when(population.values()).thenReturn(Map.of());
            when(population.anonymous()).thenReturn(Map.of());
            when(outbox.latest(anyInt(), anyInt())).thenReturn(List.of());
            when(tasks.list(any(), anyInt(), anyInt())).thenReturn(List.of());
            when(quarantine.list(any(), anyInt(), anyInt())).thenReturn(List.of());
        }

        @Bean
        @Primary
        Clock clockThatStandsAtNoon() {
            return Clock.fixed(Views.NOON, ZoneOffset.UTC);
        }

        @Bean
        Times times() {
            return new Times(ZoneOffset.UTC);
        }

        @Bean
        Amounts amounts() {
            return new Amounts(() -> "EUR");
        }

        private static OutboxMessage mail() {
            return new OutboxMessage("a1", 7, Channel.EMAIL, Purpose.PROMOTION, "CARE-001/1", "birthday", "anna@example.org",
                    "Happy birthday, Anna", "Dear Anna,\n\nall the best.", "en", OutboxMessage.Status.LOCAL, Views.NOON, null, 1,
                    null, Views.NOON, Views.NOON);
        }

        private static Task task() {
            return new Task("t1", 7, Channel.IN_PERSON, Purpose.SERVICE, "CARE-004/1", "answer the complaint",
                    "Parcel never came", "service", Views.NOON.minusSeconds(60), Task.Status.OPEN, null, null, Views.NOON, null);
        }
    }
}
