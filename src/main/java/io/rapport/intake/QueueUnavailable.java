package io.rapport.intake;

/** The queue did not confirm that an event is on disk. The source may try again: an event seen before is skipped. */
public class QueueUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what could not be done, without any content of the event */
    public QueueUnavailable(String message) {
        super(message);
    }

    /**
     * @param message what could not be done, without any content of the event
     * @param cause the broker's own words
     */
    public QueueUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
