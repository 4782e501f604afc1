package io.rapport.console.customers;

import java.time.LocalDate;

import io.rapport.console.Amounts;
import io.rapport.console.NotDone;
import io.rapport.console.Times;
import io.rapport.customer.CustomerFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a customer as he was remembered, and what was decided about him, at an earlier time. */
@Component
public class PastDesk {

    private final PastMoments moments;

    private final CustomerFile file;

    private final Explanations explanations;

    private final Happenings happenings;

    private final Times times;

    private final Amounts amounts;

    PastDesk(PastMoments moments, CustomerFile file, Explanations explanations, Happenings happenings, Times times,
            Amounts amounts) {
        this.amounts = amounts;
        this.moments = moments;
        this.file = file;
        this.explanations = explanations;
        this.happenings = happenings;
        this.times = times;
    }

    /** @param event what was decided about; null if nothing of the kind was decided about this customer */
    @Nullable
    public PastView of(long customer, String event) {
        var moment = moments.of(customer, event);
        if (moment == null) {
            return null;
        }
        var memory = moment.after();
        var decision = moment.decision();
        var figured = new Figured(memory, LocalDate.ofInstant(decision.at(), memory.zoneOr(times.zone())),
                amounts.currency());
        var name = memory.traits().getOrDefault("name", "");
        return new PastView(customer, name, happenings.view(moment.event(), true), explanations.decision(decision, name),
                figured.traits(), figured.consents(), figured.lasting(), figured.figures());
    }

    /**
     * As he was at the end of a day.
     *
     * @throws NotDone when nothing was decided about him until then
     */
    @Nullable
    public PastView of(long customer, LocalDate day) {
        if (file.card(customer) == null) {
            return null;
        }
        var decision = file.decisionBefore(customer, day.plusDays(1).atStartOfDay(times.zone()).toInstant());
        if (decision == null) {
            throw new NotDone("failed.past.nothing", null, times.day(day));
        }
        return of(customer, decision.id());
    }
}
