/** Mails: MIME of any kind becomes text, sender and what is an answer, a bounce or a machine; nothing stops the mailbox. */
@NullMarked
package io.rapport.intake.mails;

import org.jspecify.annotations.NullMarked;
