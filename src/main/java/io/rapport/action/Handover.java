package io.rapport.action;

/** How the attempt to hand over one message ended. */
public sealed interface Handover {

    /** The mail server said yes. */
    record Taken() implements Handover {}

    /** It lies in the local mailbox. */
    record Kept() implements Handover {}

    /** Refused for good (5xx): trying again would not help. */
    record Refused(String reason) implements Handover {}

    /** Not now (4xx, or the connection ended before the text was complete): nobody has it, so it may be tried again. */
    record NotNow(String reason) implements Handover {}

    /** The text was complete and the answer never came: the receiver may have it. */
    record Uncertain(String reason) implements Handover {}
}
