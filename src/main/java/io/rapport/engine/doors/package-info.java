/** The doors: route files are checked in a scratch context, opened, replaced and closed while the engine runs. */
@NullMarked
package io.rapport.engine.doors;

import org.jspecify.annotations.NullMarked;
