package io.rapport.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.RuleSession;
import io.rapport.rulebook.Stratum;

/** Fires the strata in their order, each on what the earlier ones concluded. */
final class Strata implements AutoCloseable {

    /** Why a lasting value stands that no rule speaks about now. */
    static final String KEPT = "policy/kept";

    private final RuleSession session;
    private final Consumer<Hit> witness;

    Strata(RuleSession session, Consumer<Hit> witness) {
        this.session = session;
        this.witness = witness;
    }

    List<Hit> fire(Stratum stratum, List<Situation> situations) {
        var hits = session.fire(stratum, situations);
        for (var hit : hits) {
            witness.accept(hit);
        }
        return hits;
    }

    /** Classifies, relates and judges churn. */
    Picture picture(Memory memory, CustomerEvent event, Context context, Instant now) {
        var conclusions = new Conclusions(saysSomething(event));
        var customer = new Situation(
                Situation.Scope.CUSTOMER, null, memory, event, now, memory.zoneOr(context.zone()), context.snapshot(),
                context.tauDays(), conclusions.byKey());
        var picture = new Picture(customer, things(memory, customer), conclusions);
        conclusions.add(fire(Stratum.CLASSIFY, List.of(customer)));
        for (var lasting : memory.concluded().entrySet()) {
            conclusions.keep(lasting.getKey(), lasting.getValue().value(), new Reason(KEPT, List.of()));
        }
        conclusions.add(fire(Stratum.RELATE, picture.forRelations()));
        conclusions.relateCustomer(memory.productLines());
        conclusions.add(fire(Stratum.CHURN, List.of(customer)));
        return picture;
    }

    /** When to look at it again though nothing happens. */
    List<Decision.Review> reviews(Stratum stratum, Situation situation) {
        return session.reviews(stratum, situation);
    }

    /** A machine has no mood, and means nothing. */
    private static boolean saysSomething(CustomerEvent event) {
        return event.data() instanceof EventData.Message message && !message.automatic()
                || event.data() instanceof EventData.Form form && !form.text().isBlank();
    }

    private static Picture.Things things(Memory memory, Situation customer) {
        return new Picture.Things(
                productLines(memory, customer),
                each(Situation.Scope.COMPLAINT, memory.complaints(), customer),
                each(Situation.Scope.DELIVERY, memory.deliveries(), customer));
    }

    /** By name, so that the same memory always reads the same. */
    private static List<Situation> productLines(Memory memory, Situation customer) {
        if (memory.productLines().isEmpty()) {
            return List.of();
        }
        var names = memory.productLines().keySet().toArray(String[]::new);
        Arrays.sort(names);
        return each(Situation.Scope.PRODUCT_LINE, Arrays.asList(names), customer);
    }

    private static List<Situation> each(Situation.Scope scope, List<?> things, Situation customer) {
        var situations = new ArrayList<Situation>(things.size());
        for (Object thing : things) {
            situations.add(Picture.of(scope, thing, customer));
        }
        return situations;
    }

    @Override
    public void close() {
        session.close();
    }
}
