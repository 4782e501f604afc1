package io.rapport.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.proof.LedgerChecker.Held;
import io.rapport.proof.LedgerChecker.Logged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A checker that cannot fail proves nothing: each fault is planted once. */
class LedgerCheckerTests {

    private final Ledger ledger = new Ledger();
    private final List<Logged> log = new ArrayList<>();
    private final Map<String, Long> memory = new HashMap<>();
    private final List<String> mails = new ArrayList<>(List.of("a", "b"));
    private final List<String> sent = new ArrayList<>(List.of("a"));
    private final List<String> uncertain = new ArrayList<>(List.of("b"));

    @BeforeEach
    void threeEventsOfAnnaAndOneOfBen() {
        promised("anna-1", "anna", 1);
        promised("anna-2", "anna", 2);
        promised("anna-3", "anna", 3);
        promised("ben-1", "ben", 1);
        log.addAll(List.of(new Logged("anna-1", "anna"), new Logged("ben-1", "ben"), new Logged("anna-2", "anna"),
                new Logged("anna-3", "anna")));
        memory.putAll(Map.of("anna", 3L, "ben", 1L));
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(check()).isEqualTo(LedgerChecker.Faults.NONE);
    }

    @Test
    void anEventAttemptedButNeverPromisedMayBeMissing() {
        ledger.attempt(new Ledger.Entry("ben-2", "ben", 2));

        assertThat(check()).isEqualTo(LedgerChecker.Faults.NONE);
    }

    @Test
    void findsAPromisedEventThatIsNotInTheLog() {
        log.remove(new Logged("anna-3", "anna"));
        memory.put("anna", 2L);

        assertThat(check().lost()).containsExactly("promised, not logged: anna-3");
    }

    @Test
    void findsALoggedEventThatNoMemoryCounts() {
        memory.put("anna", 2L);

        assertThat(check().lost()).containsExactly("remembered 2 of 3 of anna");
    }

    @Test
    void findsAnEventLoggedTwice() {
        log.add(new Logged("anna-3", "anna"));

        assertThat(check().duplicate()).containsExactly("logged twice: anna-3");
    }

    @Test
    void findsAnEventRememberedTwice() {
        memory.put("ben", 2L);

        assertThat(check().duplicate()).containsExactly("remembered 2 for 1 of ben");
    }

    @Test
    void findsAMailSentTwice() {
        mails.add("a");

        assertThat(check().duplicate()).containsExactly("mailed twice: a");
    }

    @Test
    void findsAnUncertainMailSentTwice() {
        mails.add("b");

        assertThat(check().duplicate()).containsExactly("mailed twice: b");
    }

    @Test
    void findsAMailThatTheOutboxCallsSentAndNobodyGot() {
        sent.add("c");

        assertThat(check().lost()).containsExactly("called sent, never mailed: c");
    }

    @Test
    void findsAMailThatTheOutboxDoesNotKnow() {
        mails.add("z");

        assertThat(check().ghost()).hasSize(1);
    }

    @Test
    void findsAnEventThatNobodyHandedOver() {
        log.add(new Logged("anna-9", "anna"));
        memory.put("anna", 4L);

        assertThat(check().ghost()).containsExactly("logged, never handed over: anna-9");
    }

    @Test
    void findsAMemoryOfSomebodyWhoNeverCame() {
        memory.put("carl", 1L);

        assertThat(check().ghost()).containsExactly("remembered, never logged: carl");
    }

    @Test
    void findsEventsOfOneIdentityOutOfOrder() {
        log.remove(new Logged("anna-1", "anna"));
        log.add(new Logged("anna-1", "anna"));

        assertThat(check().disorder()).containsExactly("anna-1 after anna-3");
    }

    private LedgerChecker.Faults check() {
        return LedgerChecker.check(ledger, new Held(log, memory, mails, sent, uncertain));
    }

    private void promised(String key, String identity, int number) {
        ledger.attempt(new Ledger.Entry(key, identity, number));
        ledger.acknowledge(key);
    }
}
