/** What waits for a person: messages, tasks, quarantine, imports. */
@NullMarked
package io.rapport.console.work;

import org.jspecify.annotations.NullMarked;
