package io.rapport.intake.orders;

import java.math.BigDecimal;
import java.util.List;

import io.rapport.intake.PlainText;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * One object of a JSON file: a line of an order, or an order with its lines inside; what a line does not say, its order says.
 *
 * @param order the order around a line, null for what stands at the top
 */
record JsonCells(JsonNode object, @Nullable JsonCells order, OrderColumns columns) implements SourceRows.Cells {

    private static final int MOST_DIGITS = 40;

    @Override
    public String text(OrderField field) {
        JsonNode value = object.get(columns.name(field));
        if (value == null || value.isNull()) {
            return order == null ? "" : order.text(field);
        }
        return value.isBigDecimal() ? written(value.decimalValue())
                : value.isValueNode() ? PlainText.trimmed(value.asString()) : "";
    }

    /** A number of JSON has a point, whatever sign the shop writes in its texts. */
    private String written(BigDecimal number) {
        return Math.abs(number.scale()) > MOST_DIGITS
                ? number.toString()
                : number.toPlainString().replace('.', columns.decimal());
    }

    @Override
    public int column(OrderField field) {
        return 1;
    }

    @Override
    public Iterable<String> names() {
        return object.propertyNames();
    }

    @Override
    public List<SourceRows.Cells> lines() {
        JsonNode lines = object.get(columns.name(OrderField.LINES));
        if (order != null || lines == null || !lines.isArray()) {
            return List.of();
        }
        return lines.valueStream().<SourceRows.Cells>map(line -> new JsonCells(line, this, columns)).toList();
    }
}
