package io.rapport.intake;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

/** The row of a quarantined message. Its bytes stand in parts, since not every database takes many in one value. */
@Entity
@Table(name = "quarantine")
class QuarantineRow {

    private static final int PART = 1_000_000;

    @Id
    private String id = "";

    private String route = "";

    @Column(name = "source_id")
    private @Nullable String sourceId;

    private String reason = "";

    private Instant at = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private Quarantined.Status status = Quarantined.Status.WAITING;

    private long size;

    private byte[] preface = new byte[0];

    @ElementCollection
    @CollectionTable(name = "quarantine_part", joinColumns = @JoinColumn(name = "quarantine_id"))
    @OrderColumn(name = "number")
    @Column(name = "bytes")
    private List<byte[]> raw = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "quarantine_mended", joinColumns = @JoinColumn(name = "quarantine_id"))
    @OrderColumn(name = "number")
    @Column(name = "bytes")
    private List<byte[]> mended = new ArrayList<>();

    protected QuarantineRow() {}

    QuarantineRow(Quarantined about, byte[] preface, byte[] raw) {
        this.id = about.id();
        this.route = about.route();
        this.sourceId = about.sourceId();
        this.reason = about.reason();
        this.at = about.at();
        this.status = about.status();
        this.size = about.size();
        this.preface = preface.clone();
        this.raw.addAll(parts(raw));
    }

    Quarantined about() {
        return new Quarantined(id, route, sourceId, reason, at, status, size);
    }

    byte[] raw() {
        var bytes = new ByteArrayOutputStream();
        raw.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    byte[] preface() {
        return preface.clone();
    }

    void replayed(byte[] mendedBytes) {
        status = Quarantined.Status.REPLAYED;
        mended.clear();
        mended.addAll(parts(mendedBytes));
    }

    void discarded() {
        status = Quarantined.Status.DISCARDED;
    }

    private static List<byte[]> parts(byte[] bytes) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += PART) {
            parts.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)));
        }
        return parts;
    }
}
