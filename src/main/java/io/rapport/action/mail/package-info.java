/** E-mail: the mail server of {@code spring.mail.*} or, without one, the local mailbox. */
@NullMarked
package io.rapport.action.mail;

import org.jspecify.annotations.NullMarked;
