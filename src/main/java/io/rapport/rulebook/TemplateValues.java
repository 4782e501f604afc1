package io.rapport.rulebook;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.rulebook.terms.PeopleTerms;
import org.jspecify.annotations.Nullable;

/** What is known of a situation to fill a template with; unknown names are left out. */
final class TemplateValues {

    private static final long DAYS_A_YEAR = 365;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private TemplateValues() {}

    static Map<String, String> of(Situation situation) {
        var values = new HashMap<String, String>();
        values.put("date", situation.today().toString());
        var name = situation.memory().traits().get("name");
        if (name != null) {
            values.put("name", name);
        }
        addSilence(situation, values);
        add("usual", PeopleTerms.remembered(situation.memory(), Memory.PREFERS), values);
        add("avoid", PeopleTerms.remembered(situation.memory(), Memory.AVOIDS), values);
        switch (situation.thing()) {
            case Memory.OpenComplaint complaint -> addComplaint(situation, complaint, values);
            case Memory.Delivery delivery -> values.put("order", delivery.orderId());
            case String productLine -> values.put("product-line", productLine);
            case null, default -> {
                // nothing more is known about the customer alone
            }
        }
        return Map.copyOf(values);
    }

    private static void add(String name, @Nullable String value, Map<String, String> values) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static void addComplaint(Situation situation, Memory.OpenComplaint complaint, Map<String, String> values) {
        values.put("complaint", complaint.id());
        if (complaint.deadline() != null) {
            values.put("deadline", MINUTE.format(complaint.deadline().atZone(situation.zone())));
        }
    }

    private static void addSilence(Situation situation, Map<String, String> values) {
        var purchases = situation.memory().purchases();
        if (purchases != null) {
            var days = situation.today().toEpochDay() - purchases.last().toEpochDay();
            values.put("silent-days", Long.toString(days));
            if (days >= DAYS_A_YEAR) {
                values.put("silent-years", Long.toString(days / DAYS_A_YEAR));
            }
        }
    }
}
