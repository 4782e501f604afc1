package io.rapport.rulebook.reading;

import java.util.List;

import io.rapport.rulebook.RuleMeta;
import org.jspecify.annotations.Nullable;

/** What was read of a rule file; the head is null after a problem. */
public record FileDraft(@Nullable RuleMeta meta, List<RuleDraft> drafts) {}
