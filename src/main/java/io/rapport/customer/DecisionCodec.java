package io.rapport.customer;

import io.rapport.facts.QuietHours;
import java.util.List;
import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Conclusion;
import io.rapport.facts.Decision;
import io.rapport.facts.Purpose;
import io.rapport.facts.Reason;
import java.time.Instant;

/**
 * The body of a decision as bytes: written with every event and read by people only, so it is small before all else. A word that
 * was said before in the same decision is its number. The first byte is the format: old ones stay readable.
 */
final class DecisionCodec {

    private static final int FORMAT = 2;

    private DecisionCodec() {}

    static byte[] write(Decision decision) {
        var out = new CompactWriter();
        out.octet(FORMAT);
        out.list(decision.conclusions(), conclusion -> {
            out.word(conclusion.concept());
            out.word(conclusion.subject());
            out.word(conclusion.value());
            write(out, conclusion.reason());
        });
        out.list(decision.actions(), action -> write(out, action));
        out.list(decision.heldBack(), held -> {
            write(out, held.action());
            write(out, held.reason());
            out.optional(held.until(), out::instant);
        });
        out.list(decision.reviews(), review -> {
            out.instant(review.due());
            out.word(review.ruleId());
        });
        return out.toBytes();
    }

    static Decision read(byte[] body, String id, long customer, Instant at, String rulebook, String snapshot) {
        var in = new CompactReader(body);
        var format = in.octet();
        if (format < 1 || format > FORMAT) {
            throw new IllegalStateException("A decision has format [" + format + "], this version reads [" + FORMAT + "]\n"
                    + "Maybe it was written by a newer version of the engine.");
        }
        return new Decision(
                id, customer, at, rulebook, snapshot,
                in.list(() -> new Conclusion(in.word(), in.word(), in.word(), reason(in))),
                in.list(() -> action(in, format)),
                in.list(() -> new Decision.HeldBack(action(in, format), reason(in), in.optional(in::instant))),
                in.list(() -> new Decision.Review(in.instant(), in.word())));
    }

    private static void write(CompactWriter out, Reason reason) {
        out.word(reason.ruleId());
        out.list(reason.captured(), captured -> {
            out.word(captured.term());
            out.word(captured.value());
        });
    }

    private static Reason reason(CompactReader in) {
        return new Reason(in.word(), in.list(() -> new Reason.Captured(in.word(), in.word())));
    }

    private static void write(CompactWriter out, Action action) {
        out.word(action.id());
        out.number(action.customer());
        out.octet(action.kind().ordinal());
        out.word(action.what());
        out.word(action.channel().word());
        out.word(action.purpose().word());
        out.word(action.assignee());
        out.word(action.occasion());
        out.instant(action.notBefore());
        out.list(action.quiet(), hours -> out.word(hours.toString()));
        out.optional(action.dueAt(), out::instant);
        out.optional(action.validUntil(), out::instant);
        out.map(action.values(), out::word);
        write(out, action.reason());
    }

    /** Before format 2 nobody asked for quiet hours again. */
    private static Action action(CompactReader in, int format) {
        return new Action(
                in.word(), in.number(), Action.Kind.values()[in.octet()], in.word(), Channel.ofWord(in.word()),
                Purpose.ofWord(in.word()), in.word(), in.word(), in.instant(),
                format < 2 ? List.of() : in.list(() -> QuietHours.of(in.word())), in.optional(in::instant),
                in.optional(in::instant), in.map(in::word), reason(in));
    }
}
