package io.rapport.intake.mails;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.facts.Identity;
import io.rapport.intake.Identities;
import io.rapport.intake.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;

/** Who or what sent a mail: a person, a machine that answers by itself, or a mail server that could not deliver. */
final class MailOrigin {

    private static final Pattern IN_ANGLES = Pattern.compile("<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>");

    private static final Pattern BARE = Pattern.compile("[^\\s<>\"'(),;:\\[\\]]+@[^\\s<>\"'(),;:\\[\\]]+");

    private static final Pattern SERVER = Pattern.compile("(?i)(?:mailer-daemon|postmaster|mail delivery (?:sub)?system).*");

    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile(
            "(?i)(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|abwesenheitsnotiz|réponse automatique"
                    + "|自动回复|自動回覆|自動返信)\\s*[:：\\]】-].*");

    private static final List<String> MACHINES = List.of("X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond",
            "X-Autoresponder",
            "X-Auto-Reply-From", "X-Mail-Autoreply", "List-Id", "List-Unsubscribe", "X-Failed-Recipients", "Feedback-ID");

    private static final int LONGEST_ADDRESSES = 2_000;

    private final Part mail;

    private final Identities identities;

    MailOrigin(Part mail, Identities identities) {
        this.mail = mail;
        this.identities = identities;
    }

    /** The sender's address: From, else Sender, else Reply-To. */
    Optional<Identity> sender() throws MessagingException {
        for (String header : List.of("From", "Sender", "Reply-To")) {
            Optional<Identity> address = address(MailHeader.raw(mail, header), identities);
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** Whether a mail server says that it could not deliver. */
    boolean isBounce() throws MessagingException {
        return !MailHeader.raw(mail, "X-Failed-Recipients").isBlank() || isReport("delivery-status")
                || isFromNobody() && isFromServer();
    }

    /** Whether a machine wrote it: never answered. */
    boolean isAutomatic() throws MessagingException {
        String submitted = MailHeader.raw(mail, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = MailHeader.raw(mail, "Precedence").strip().toLowerCase(Locale.ROOT);
        if (!submitted.isEmpty() && !submitted.startsWith("no")
                || List.of("bulk", "junk", "list", "auto_reply").contains(precedence)) {
            return true;
        }
        for (String header : MACHINES) {
            if (!MailHeader.raw(mail, header).isBlank()) {
                return true;
            }
        }
        return isFromNobody() || isFromServer() || MailText.type(mail).equals("multipart/report")
                || AUTOMATIC_SUBJECT.matcher(MailHeader.text(mail, "Subject")).matches();
    }

    /** The first address of a header line. */
    static Optional<Identity> address(String raw, Identities identities) {
        String header = PlainText.bounded(MailHeader.recovered(raw), LONGEST_ADDRESSES);
        Matcher inAngles = IN_ANGLES.matcher(header);
        if (inAngles.find()) {
            return identities.email(inAngles.group(1));
        }
        Matcher bare = BARE.matcher(header);
        return bare.find() ? identities.email(bare.group()) : Optional.empty();
    }

    private boolean isFromNobody() throws MessagingException {
        return MailHeader.raw(mail, "Return-Path").replaceAll("\\s", "").equals("<>");
    }

    private boolean isFromServer() throws MessagingException {
        return SERVER.matcher(MailHeader.text(mail, "From").replaceAll("[<\"]", "")).matches()
                || sender().map(Identity::value).filter(address -> SERVER.matcher(address).matches()).isPresent();
    }

    private boolean isReport(String kind) throws MessagingException {
        return MailText.type(mail).equals("multipart/report")
                && MailHeader.raw(mail, "Content-Type").toLowerCase(Locale.ROOT).contains(kind);
    }
}
