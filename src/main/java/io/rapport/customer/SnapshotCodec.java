package io.rapport.customer;

import io.rapport.facts.Decimal;
import io.rapport.facts.Snapshot;

/** A snapshot as bytes: up to 10,001 numbers a measure. */
final class SnapshotCodec {

    private SnapshotCodec() {}

    static SnapshotRow write(Snapshot snapshot) {
        var out = new CompactWriter();
        out.map(snapshot.measures(), values -> {
            out.number(values.length);
            for (var value : values) {
                out.amount(value);
            }
        });
        out.map(snapshot.productLines(), line -> {
            out.number(line.customers());
            out.amount(line.spend().toDouble());
            out.amount(line.marginRate());
        });
        var row = new SnapshotRow();
        row.id = snapshot.id();
        row.at = snapshot.at();
        row.customers = snapshot.customers();
        row.body = out.toBytes();
        return row;
    }

    static Snapshot read(SnapshotRow row) {
        var in = new CompactReader(row.body);
        return new Snapshot(
                row.id,
                row.at,
                row.customers,
                in.map(() -> values(in)),
                in.map(() -> new Snapshot.LineFigures(in.number(), Decimal.nearest(in.amount()), in.amount())));
    }

    private static double[] values(CompactReader in) {
        var values = new double[in.whole()];
        for (var i = 0; i < values.length; i++) {
            values[i] = in.amount();
        }
        return values;
    }
}
