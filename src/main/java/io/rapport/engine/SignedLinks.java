package io.rapport.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Tokens for links in mails: {@code base64url(expiry LF subject).base64url(HMAC-SHA256(purpose LF expiry LF subject))}. They hold
 * no secret and nobody's address, are good for one purpose, and expire.
 */
@Component
final class SignedLinks {

    private static final String NAME = "signed-links";

    private static final int KEY_BYTES = 32;

    private static final int LONGEST = 1_000;

    private final KeptSecrets secrets;
    private final String configured;
    private volatile byte @Nullable [] key;

    SignedLinks(KeptSecrets secrets, ConfirmationSettings settings) {
        this.secrets = secrets;
        this.configured = settings.secret();
    }

    /** What a token that is genuine says. */
    record Signed(String subject, Instant expires) {}

    String token(String purpose, String subject, Instant expires) {
        var content = expires.getEpochSecond() + "\n" + subject;
        return encoded(content.getBytes(StandardCharsets.UTF_8)) + "." + encoded(mac(purpose, content));
    }

    /** Null if it was not made here, or for another purpose. Whether it has expired is for the caller to look at. */
    @Nullable
    Signed read(String purpose, String token) {
        var dot = token.indexOf('.');
        if (dot < 1 || token.length() > LONGEST) {
            return null;
        }
        try {
            var decoder = Base64.getUrlDecoder();
            var content = new String(decoder.decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(decoder.decode(token.substring(dot + 1)), mac(purpose, content))) {
                return null;
            }
            var line = content.indexOf('\n');
            return new Signed(content.substring(line + 1), Instant.ofEpochSecond(Long.parseLong(content.substring(0, line))));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return null;
        }
    }

    private byte[] mac(String purpose, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal((purpose + "\n" + content).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private byte[] key() {
        var known = key;
        if (known == null) {
            known = configured.isBlank() ? kept() : configured.getBytes(StandardCharsets.UTF_8);
            key = known;
        }
        return known;
    }

    private byte[] kept() {
        var row = secrets.findById(NAME).orElse(null);
        if (row == null) {
            var fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            try {
                row = secrets.save(new KeptSecretRow(NAME, Base64.getEncoder().encodeToString(fresh)));
            } catch (DataIntegrityViolationException madeByAnotherProcess) {
                row = secrets.findById(NAME).orElseThrow(() -> madeByAnotherProcess);
            }
        }
        return Base64.getDecoder().decode(row.value);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
