package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.rapport.facts.Action;
import io.rapport.publishing.dryrun.Life.Deed;
import org.jspecify.annotations.Nullable;

/**
 * What is done for one customer by the one rulebook and by the other. The same action on another day is no gain and no loss:
 * it moves.
 */
final class Ledger {

    private final TreeMap<String, Account> accounts = new TreeMap<>();
    private final ZoneId zone;

    Ledger(ZoneId zone) {
        this.zone = zone;
    }

    /** Both reasons for a surplus of one side. */
    record Difference(boolean candidate, Instant at, Said liveBecause, Said candidateBecause) {}

    /** Asks the side that does less why. */
    @FunctionalInterface
    interface Question {
        Difference ask(Deed surplus, boolean candidate);
    }

    private static final class Account {
        final List<LocalDate> live = new ArrayList<>();
        final List<LocalDate> candidate = new ArrayList<>();
        @Nullable
        Deed latestLive;
        @Nullable
        Deed latestCandidate;
        @Nullable
        Difference difference;

        @Nullable
        Deed surplus() {
            return live.size() == candidate.size() ? null : candidate.size() > live.size() ? latestCandidate : latestLive;
        }
    }

    /** Enters what both did in the same stretch of time, and asks about what only one of them did. */
    void enter(List<Deed> live, List<Deed> candidate, Findings findings, Question question) {
        if (live.isEmpty() && candidate.isEmpty()) {
            return;
        }
        enter(live, false, findings);
        enter(candidate, true, findings);
        for (var account : accounts.values()) {
            var surplus = account.surplus();
            if (surplus == null) {
                account.difference = null;
            } else if (account.difference == null || account.difference.candidate != candidateHasMore(account)) {
                account.difference = question.ask(surplus, candidateHasMore(account));
            }
        }
    }

    private static boolean candidateHasMore(Account account) {
        return account.candidate.size() > account.live.size();
    }

    private void enter(List<Deed> deeds, boolean candidate, Findings findings) {
        for (var deed : deeds) {
            var action = deed.action();
            var day = LocalDate.ofInstant(action.notBefore(), zone);
            var account = accounts.computeIfAbsent(key(action), _ -> new Account());
            (candidate ? account.candidate : account.live).add(day);
            if (candidate) {
                account.latestCandidate = deed;
            } else {
                account.latestLive = deed;
            }
            if (action.kind() == Action.Kind.MESSAGE) {
                findings.message(day.toString(), action.channel().word(), candidate);
            } else {
                findings.task(day.toString(), action.assignee() + "|" + Effort.met(action), deed.cost(), candidate);
            }
        }
    }

    static String key(Action action) {
        return action.kind() == Action.Kind.MESSAGE
                ? "message|" + action.channel().word() + "|" + action.what()
                : "task||" + action.what();
    }

    /** Adds this customer's actions to the findings and says what differs. */
    void close(Findings findings, Consumer<Entry> differences) {
        accounts.forEach((key, account) -> {
            var done = new Both(account.live.size(), account.candidate.size());
            var difference = account.difference;
            if (difference != null) {
                findings.deeds().merge(key, new Findings.Deeds(done, difference.candidate ? 1 : 0,
                        difference.candidate ? 0 : 1, 0, 0, 0), Findings.Deeds::plus);
                differences.accept(new Entry(key, done, difference, 0));
            } else {
                close(key, account, done, findings, differences);
            }
        });
    }

    private void close(String key, Account account, Both done, Findings findings, Consumer<Entry> differences) {
        var moved = 0;
        var later = 0L;
        for (var i = 0; i < account.live.size(); i++) {
            var days = ChronoUnit.DAYS.between(account.live.get(i), account.candidate.get(i));
            moved += days == 0 ? 0 : 1;
            later += days;
        }
        findings.deeds().merge(key, new Findings.Deeds(done, 0, 0, moved > 0 ? 1 : 0, moved, later), Findings.Deeds::plus);
        if (moved > 0 && account.latestLive != null && account.latestCandidate != null) {
            var first = account.live.getFirst().isBefore(account.candidate.getFirst())
                    ? account.live.getFirst()
                    : account.candidate.getFirst();
            differences.accept(new Entry(key, done, new Difference(
                    true, first.atStartOfDay(zone).toInstant(), days(account.live), days(account.candidate)), moved));
        }
    }

    private static Said days(List<LocalDate> days) {
        var text = String.join(", ", days.stream().limit(10).map(LocalDate::toString).toList());
        return new Said(text, text);
    }

    /** @param moved how many of them are on other days; 0 for gains and losses */
    record Entry(String key, Both done, Difference difference, int moved) {

        String what() {
            return key.substring(key.lastIndexOf('|') + 1);
        }

        String change() {
            return moved > 0 ? Affected.MOVES : difference.candidate ? Affected.GAINS : Affected.LOSES;
        }
    }
}
