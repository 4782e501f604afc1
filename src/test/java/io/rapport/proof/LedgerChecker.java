package io.rapport.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares a ledger with what the engine holds in the end. */
final class LedgerChecker {

    private LedgerChecker() {}

    /**
     * What the engine holds.
     *
     * @param logged rows of the event log in the order of their position
     * @param remembered how many events each customer's memory counts, all customers added up by identity
     * @param mails message ids that reached the mail server, repeats included
     * @param sent message ids that the outbox calls sent
     * @param uncertain message ids that the outbox flags as uncertain
     */
    record Held(List<Logged> logged, Map<String, Long> remembered, List<String> mails, List<String> sent,
            List<String> uncertain) {}

    /** One row of the event log: the idempotency key it came with and who it is about. */
    record Logged(String key, String identity) {}

    /**
     * The faults by kind, each with what it concerns.
     *
     * @param lost promised and not in the log, or called sent and never seen by the mail server
     * @param duplicate in effect more than once: logged, remembered or mailed twice
     * @param ghost in the log, in a memory or in the mail and never handed over or decided
     * @param disorder logged before an earlier one of the same identity
     */
    record Faults(List<String> lost, List<String> duplicate, List<String> ghost, List<String> disorder) {

        static final Faults NONE = new Faults(List.of(), List.of(), List.of(), List.of());

        String summary() {
            return "lost " + lost.size() + ", duplicate " + duplicate.size() + ", ghost " + ghost.size() + ", disorder "
                    + disorder.size();
        }
    }

    static Faults check(Ledger ledger, Held held) {
        var faults = new Faults(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var attempted = ledger.attempted().stream()
                .collect(Collectors.toMap(Ledger.Entry::key, Function.identity(), (first, again) -> first));
        checkLog(ledger, attempted, held, faults);
        checkMemory(held, faults);
        checkMail(held, faults);
        return faults;
    }

    private static void checkLog(Ledger ledger, Map<String, Ledger.Entry> attempted, Held held, Faults faults) {
        var seen = new HashSet<String>();
        var latest = new HashMap<String, Ledger.Entry>();
        for (var row : held.logged()) {
            var entry = attempted.get(row.key());
            if (!seen.add(row.key())) {
                faults.duplicate().add("logged twice: " + row.key());
            } else if (entry == null || !entry.identity().equals(row.identity())) {
                faults.ghost().add("logged, never handed over: " + row.key());
            } else {
                var before = latest.put(row.identity(), entry);
                if (before != null && before.number() > entry.number()) {
                    faults.disorder().add(row.key() + " after " + before.key());
                }
            }
        }
        ledger.acknowledged().stream().filter(key -> !seen.contains(key))
                .forEach(key -> faults.lost().add("promised, not logged: " + key));
    }

    private static void checkMemory(Held held, Faults faults) {
        var logged = held.logged().stream().distinct()
                .collect(Collectors.groupingBy(Logged::identity, Collectors.counting()));
        logged.forEach((identity, count) -> {
            long remembered = held.remembered().getOrDefault(identity, 0L);
            if (remembered < count) {
                faults.lost().add("remembered " + remembered + " of " + count + " of " + identity);
            } else if (remembered > count) {
                faults.duplicate().add("remembered " + remembered + " for " + count + " of " + identity);
            }
        });
        held.remembered().keySet().stream().filter(identity -> !logged.containsKey(identity))
                .forEach(identity -> faults.ghost().add("remembered, never logged: " + identity));
    }

    private static void checkMail(Held held, Faults faults) {
        var mailed = new HashSet<String>();
        for (var mail : held.mails()) {
            if (!mailed.add(mail)) {
                faults.duplicate().add("mailed twice: " + mail);
            }
            if (!held.sent().contains(mail) && !held.uncertain().contains(mail)) {
                faults.ghost().add("mailed, not known to the outbox as sent or uncertain: " + mail);
            }
        }
        held.sent().stream().filter(id -> !mailed.contains(id))
                .forEach(id -> faults.lost().add("called sent, never mailed: " + id));
    }
}
