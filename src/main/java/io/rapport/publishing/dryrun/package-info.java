/**
 * The dry run: history through two rulebooks, the live one and a candidate, acting on nothing; and what differs.
 *
 * <pre>
 *   source --- Survey: one pass, counts everybody at month ends ---&gt; Plan (snapshots at month ends) + 32 spools by customer
 *                                                                        |
 *   Partition, several at a time: each event and each review that is due, by both rulebooks ---&gt; Findings, Affected
 *                                                                        |
 *   DryRun adds them up in their fixed order ---&gt; DryRunReport
 * </pre>
 *
 * <p>A finished survey and each finished partition stay on disk, so that a run which was ended goes on from there.
 */
@NullMarked
@NamedInterface("dryrun")
package io.rapport.publishing.dryrun;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
