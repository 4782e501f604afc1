package io.rapport.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory.OpenComplaint;
import io.rapport.facts.Occasion.Key;
import io.rapport.facts.Purpose;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/** What the rules of care ask for and was not done yet. An occasion that was used up is no proposal. */
final class Proposals {

    static final String DEADLINE = "complaint-deadline";
    static final String NEXT_LEVEL = "next-level";

    private static final double MILLIS_AN_HOUR = Duration.ofHours(1).toMillis();

    private final Rulebook rulebook;
    private final Conclusions conclusions;
    private final Offspring offspring;
    private final Occasions occasions;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Decision.Review> again = new ArrayList<>();
    private final HashSet<Key> keys = new HashSet<>();

    Proposals(Rulebook rulebook, Picture picture, Offspring offspring) {
        this.rulebook = rulebook;
        this.conclusions = picture.conclusions();
        this.offspring = offspring;
        this.occasions = new Occasions(picture.customer().memory().occasions(), rulebook::rule);
    }

    List<Proposal> of(List<Hit> hits) {
        for (var hit : hits) {
            String occasion = null;
            for (var consequence : hit.rule().then()) {
                if (consequence.what() != null) {
                    occasion = occasion == null ? rulebook.occasion(hit.rule(), hit.situation()) : occasion;
                    propose(hit, consequence, occasion);
                }
            }
        }
        return proposals;
    }

    /** When what recurs may be asked for again. */
    List<Decision.Review> again() {
        return again;
    }

    private void propose(Hit hit, Consequence consequence, String occasion) {
        var recurring = Recurring.of(hit.rule(), consequence, hit.situation(), occasions, occasion);
        var key = recurring.key();
        var known = occasions.of(key);
        if (known != null && known.isUsedUp()) {
            return;
        }
        if (recurring.next() != null) {
            again.add(new Decision.Review(recurring.next(), hit.rule().id()));
            return;
        }
        if (!keys.add(key)) {
            return;
        }
        var proposal = new Proposal(
                consequence instanceof Consequence.GiveTask task
                        ? task(hit, task, key.about())
                        : message(hit, (Consequence.Send) consequence, key.about()),
                hit.situation());
        var since = known == null ? null : known.waitingSince();
        proposals.add(since != null && consequence instanceof Consequence.Send send
                ? proposal.validUntil(send.validUntil(Picture.at(since, hit.situation())))
                : proposal);
    }

    /** By which channel the customer is met. */
    static Channel channel(Consequence consequence, Situation situation) {
        if (consequence instanceof Consequence.Send send) {
            return send.channel() == null ? answering(situation) : send.channel();
        }
        return Channel.IN_PERSON;
    }

    private Action message(Hit hit, Consequence.Send send, String occasion) {
        return action(hit, Action.Kind.MESSAGE, send.template(), channel(send, hit.situation()), send.purpose(), "", occasion,
                null,
                send.validUntil(hit.situation()), null);
    }

    private Action task(Hit hit, Consequence.GiveTask task, String occasion) {
        return action(hit, Action.Kind.TASK, task.title(), channel(task, hit.situation()), Purpose.SERVICE,
                assignee(task, hit.situation(), conclusions), occasion, due(task, hit.situation(), conclusions), null, task.by());
    }

    private Action action(
            Hit hit, Action.Kind kind, String what, Channel channel, Purpose purpose, String assignee, String occasion,
            @Nullable Instant due, @Nullable Instant validUntil, @Nullable Channel met) {
        var situation = hit.situation();
        var values = new HashMap<>(rulebook.templateValues(situation));
        if (met != null) {
            values.put(EventData.Contact.MET, met.word());
        }
        var customer = situation.memory().customer();
        return new Action(
                id(offspring, hit.rule().id(), what, customer, channel, assignee, occasion), customer, kind, what, channel,
                purpose, assignee, occasion, situation.now(), List.of(), due, validUntil, values,
                hit.reason());
    }

    /** Hash of event, rule, action, recipient and occasion; not of the rulebook's version. */
    static String id(
            Offspring offspring, String ruleId, String what, long customer, Channel channel, String assignee, String occasion) {
        return Offspring.hash(
                offspring.parent().id(), ruleId, what, customer + "/" + channel.word() + "/" + assignee, occasion);
    }

    static String assignee(Consequence.GiveTask task, Situation situation, Conclusions conclusions) {
        if (!task.assignee().equals(Consequence.GiveTask.NEXT_LEVEL)) {
            return task.assignee();
        }
        var next = conclusions.value(NEXT_LEVEL, situation.subject());
        if (next != null) {
            return next;
        }
        return situation.thing() instanceof OpenComplaint complaint && !complaint.owner().isEmpty()
                ? complaint.owner()
                : "service";
    }

    /** When a task is due; null when neither the rule nor a concluded deadline says it. */
    static @Nullable Instant due(
            Consequence.@Nullable GiveTask task, Situation situation, Conclusions conclusions) {
        if (task != null && task.due() != null) {
            return situation.now().plus(task.due());
        }
        var hours = conclusions.value(DEADLINE, situation.subject());
        return hours == null
                ? null
                : situation.now().plusMillis(Math.round(Double.parseDouble(hours) * MILLIS_AN_HOUR));
    }

    /** The channel a message came in by, if something can be written back through it; else e-mail. */
    static Channel answering(Situation situation) {
        var from = switch (situation.event().data()) {
            case EventData.Message message -> message.channel();
            case EventData.Complaint complaint -> complaint.channel();
            default -> situation.thing() instanceof OpenComplaint complaint ? complaint.channel() : Channel.EMAIL;
        };
        return switch (from) {
            case CHAT, SMS, LETTER, FAX, MOBILE, SOCIAL -> from;
            case EMAIL, WEB, ORDER_SYSTEM, CALL_CENTRE, IN_PERSON -> Channel.EMAIL;
        };
    }
}
