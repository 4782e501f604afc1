/** Forms: one request of a web form becomes one event, within limits of size and rate. */
@NullMarked
package io.rapport.intake.forms;

import org.jspecify.annotations.NullMarked;
