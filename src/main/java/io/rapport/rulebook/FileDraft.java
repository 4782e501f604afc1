package io.rapport.rulebook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What was read of a rule file; the head is null after a problem. */
record FileDraft(@Nullable RuleMeta meta, List<RuleDraft> drafts) {}
