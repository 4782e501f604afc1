package io.rapport.proof;

import com.icegreen.greenmail.util.GreenMail;
import io.rapport.customer.StoredMemory;
import io.rapport.proof.LedgerChecker.Held;
import io.rapport.proof.LedgerChecker.Logged;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a stopped engine left behind, past all of its code but the format of a memory. */
final class Inspection {

    private static final Pattern KEY = Pattern.compile("\\((p\\d+-\\d+)\\)");
    private static final Pattern BUSY = Pattern.compile("\"status\":\"(waiting|leased)\",\"count\":[1-9]");
    private static final String FORM = "web.form";

    private final Path data;
    private final GreenMail mailServer;

    Inspection(Path data, GreenMail mailServer) {
        this.data = data;
        this.mailServer = mailServer;
    }

    Held held() throws SQLException, MessagingException {
        try (var connection = connect()) {
            var logged = logged(connection);
            return new Held(logged, remembered(connection, logged), mails(), outbox(connection, "SENT"),
                    outbox(connection, "UNCERTAIN"));
        }
    }

    /** Every version of the rules that decided anything, and the one that is live. */
    Set<String> decidedBy() throws SQLException {
        var versions = new TreeSet<String>();
        try (var connection = connect()) {
            each(connection, "select distinct rulebook from decision union select hash from live_pointer",
                    row -> versions.add(row.getString(1)));
        }
        return versions;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("rapport").toAbsolutePath() + ";IFEXISTS=TRUE", "rapport", "");
    }

    private static List<Logged> logged(Connection connection) throws SQLException {
        var logged = new ArrayList<Logged>();
        each(connection, "select identities, data from event_log where type = '" + FORM + "' order by position", row -> {
            var key = KEY.matcher(row.getString(2));
            logged.add(new Logged(key.find() ? key.group(1) : "no key", row.getString(1).strip()));
        });
        return logged;
    }

    /**
     * By identity. Where several are merged their memory is one: each is given what was logged of him, and the first bears the
     * difference, if there is one.
     */
    private static Map<String, Long> remembered(Connection connection, List<Logged> logged) throws SQLException {
        var roots = new HashMap<Long, Long>();
        var memories = new HashMap<Long, Long>();
        each(connection, "select id, merged_into, memory from customer", row -> {
            var into = row.getObject(2, Long.class);
            roots.put(row.getLong(1), into == null ? row.getLong(1) : into);
            var tally = StoredMemory.read(row.getBytes(3)).tallies().get(FORM);
            memories.put(row.getLong(1), tally == null ? 0 : tally.count());
        });
        var families = new TreeMap<Long, List<String>>();
        each(connection, "select identity_key, customer_id from identity order by identity_key", row -> families
                .computeIfAbsent(roots.get(row.getLong(2)), root -> new ArrayList<>()).add(row.getString(1)));
        var remembered = new HashMap<String, Long>();
        families.forEach((root, identities) -> {
            var left = memories.get(root);
            for (var identity : identities) {
                long own = logged.stream().filter(row -> row.identity().equals(identity)).count();
                remembered.put(identity, own);
                left -= own;
            }
            remembered.merge(identities.getFirst(), left, Long::sum);
        });
        return remembered;
    }

    private List<String> mails() throws MessagingException {
        var mails = new ArrayList<String>();
        for (var mail : mailServer.getReceivedMessages()) {
            mails.add(actionOf(mail.getHeader("Message-ID")[0]));
        }
        return mails;
    }

    /** {@code <action id@host>}: the receiver's idempotency key. */
    private static String actionOf(String messageId) {
        return messageId.substring(1, messageId.indexOf('@'));
    }

    private static List<String> outbox(Connection connection, String status) throws SQLException {
        var actions = new ArrayList<String>();
        each(connection, "select action_id from outbox where upper(status) = '" + status + "'",
                row -> actions.add(row.getString(1)));
        return actions;
    }

    /** Nothing waits in the queue, nothing is left to send. */
    static boolean isQuiet(RunningEngine engine) throws IOException, InterruptedException {
        var today = engine.client().send(HttpRequest.newBuilder(engine.uri("/api/today")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        return today.contains("\"queued\":0") && !BUSY.matcher(today).find();
    }

    /** Whether the sweep has brought everybody to the live version of the rules, whatever was killed on the way. */
    static boolean isEverybodyDecided(RunningEngine engine) throws IOException, InterruptedException {
        return engine.client().send(HttpRequest.newBuilder(engine.uri("/api/sweep")).build(),
                HttpResponse.BodyHandlers.ofString()).body().contains("\"remaining\":0,");
    }

    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String query, Reading reading) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reading.row(rows);
            }
        }
    }
}
