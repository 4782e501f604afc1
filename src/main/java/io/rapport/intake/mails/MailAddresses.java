package io.rapport.intake.mails;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.rapport.facts.Identity;
import io.rapport.intake.Identities;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** The addresses of a header line. What stands in a quoted name, a comment or an encoded word is a name and no address. */
final class MailAddresses {

    /** The parser's work grows with the square of what never ends. */
    private static final int LONGEST = 4_000;

    private final Identities identities;

    MailAddresses(Identities identities) {
        this.identities = identities;
    }

    /** In their order, each once; empty if there is none. */
    List<Identity> of(String header) {
        String line = MailHeader.recovered(header.length() > LONGEST ? header.substring(0, LONGEST) : header).strip();
        Set<Identity> addresses = new LinkedHashSet<>();
        for (InternetAddress address : parsed(line)) {
            plain(address.getAddress()).ifPresent(addresses::add);
        }
        if (addresses.isEmpty() && line.indexOf('"') < 0 && line.indexOf('(') < 0) {
            plain(lastWord(line)).ifPresent(addresses::add);
        }
        return List.copyOf(addresses);
    }

    /** Of a name that holds another address without quotes, the last one is the address. */
    Optional<Identity> one(String header) {
        List<Identity> addresses = of(header);
        boolean several = header.indexOf(',') >= 0 || header.indexOf(';') >= 0;
        return addresses.isEmpty() || addresses.size() > 1 && several ? Optional.empty() : Optional.of(addresses.getLast());
    }

    private static List<InternetAddress> parsed(String line) {
        List<InternetAddress> addresses = new ArrayList<>();
        try {
            for (InternetAddress address : InternetAddress.parseHeader(line, false)) {
                InternetAddress[] members = address.isGroup() ? address.getGroup(false) : null;
                addresses.addAll(members == null ? List.of(address) : List.of(members));
            }
        } catch (AddressException notAddresses) {
            return addresses;
        }
        return addresses;
    }

    private Optional<Identity> plain(String address) {
        String bare = address.regionMatches(true, 0, "mailto:", 0, 7) ? address.substring(7) : address;
        String withoutRoute = bare.startsWith("@") ? bare.substring(bare.lastIndexOf(':') + 1) : bare;
        return withoutRoute.indexOf('(') >= 0 || withoutRoute.indexOf('<') >= 0 ? Optional.empty()
                : identities.email(withoutRoute);
    }

    /** What is left of an address that was written carelessly: {@code Anna <anna@example.org}, {@code Anna 'anna@example.org'}. */
    private static String lastWord(String line) {
        int start = line.length();
        while (start > 0 && !Character.isWhitespace(line.charAt(start - 1)) && line.charAt(start - 1) != '<') {
            start--;
        }
        String word = line.substring(start);
        int from = 0;
        int to = word.length();
        while (from < to && "'<[{,;:".indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "'>]},;:.".indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }
}
