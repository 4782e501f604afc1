package io.rapport.policy;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.policy.wording.Dictionary;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rule;

/** A rule as one sentence, table row or not: when what holds, what follows; in English or Chinese. */
final class RuleSentences {

    private final Locale locale;
    private final Texts texts;
    private final boolean chinese;

    RuleSentences(Locale locale) {
        this.locale = locale;
        this.texts = Texts.in(locale);
        this.chinese = locale.getLanguage().equals("zh");
    }

    String of(Rule rule) {
        var when = rule.when().stream().map(condition -> condition.wording(locale))
                .collect(Collectors.joining(texts.of("handbook.and")));
        var then = rule.then().stream().map(this::of).collect(Collectors.joining(texts.of("handbook.and")));
        return when.isEmpty() ? texts.of("handbook.always", then) : texts.of("handbook.rule", when, then);
    }

    private String of(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Conclude said -> texts.of("handbook.conclude", concept(said.concept()),
                    value(said.concept(), said.value()));
            case Consequence.Lift lift -> texts.of("handbook.lift", concept(lift.concept()), lift.by());
            case Consequence.Bound bound -> texts.of("handbook.bound", concept(bound.concept()),
                    value(bound.concept(), bound.value()));
            case Consequence.Send send -> texts.of(
                    "handbook.send", send.template(), channel(send.channel()), purpose(send.purpose())) + recurrence(send);
            case Consequence.GiveTask task -> texts.of("handbook.task", task.title(),
                    task.assignee().equals(Consequence.GiveTask.NEXT_LEVEL) ? texts.of("handbook.nextlevel") : task.assignee(),
                    task.due() == null ? texts.of("handbook.bytier") : hours(task.due())) + by(task) + recurrence(task);
            case Consequence.OpenComplaint _ -> texts.of("handbook.open");
            case Consequence.Escalate _ -> texts.of("handbook.escalate");
            case Consequence.WithdrawConsent withdraw -> texts.of("handbook.withdraw", purpose(withdraw.purpose()));
            case Consequence.HoldBack _ -> texts.of("handbook.hold");
            case Consequence.Cap cap -> cap.wording(chinese ? Locale.CHINESE : Locale.ENGLISH);
            case Consequence.QuietHours quiet -> texts.of("handbook.quiet", quiet.from(), quiet.to());
        };
    }

    private String by(Consequence.GiveTask task) {
        return task.by() == null ? ""
                : (chinese ? "，" : ", ") + Consequence.met(task.by(), chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    private String recurrence(Consequence consequence) {
        var recurrence = consequence.recurrence();
        return recurrence == null ? "" : (chinese ? "，" : ", ") + recurrence.wording(chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    private String concept(String id) {
        var concept = Objects.requireNonNull(Concepts.find(id), id);
        return chinese ? concept.chinese() : concept.english();
    }

    private String value(String id, String value) {
        return Objects.requireNonNull(Concepts.find(id), id).values().stream()
                .filter(word -> chinese && word.word().equals(value)).map(word -> word.chinese()).findFirst().orElse(value);
    }

    private String channel(@org.jspecify.annotations.Nullable Channel channel) {
        return channel == null ? texts.of("handbook.samechannel") : Dictionary.word(channel, chinese);
    }

    private String purpose(Purpose purpose) {
        return texts.of("purpose." + purpose.word());
    }

    private String hours(Duration due) {
        return texts.of("handbook.hours", due.toHours());
    }
}
