/** The versions of the rules: publish, go back, compare, and the dry run. */
@NullMarked
package io.rapport.console.versions;

import org.jspecify.annotations.NullMarked;
