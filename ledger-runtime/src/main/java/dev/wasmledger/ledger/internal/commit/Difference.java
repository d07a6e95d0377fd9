package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.log.Frame;
import java.nio.ByteBuffer;
import java.util.List;

/** Says for people where two frames about the same command differ first. */
final class Difference {

    /** How much is shown before and behind the place, in characters. */
    private static final int CONTEXT = 60;

    private Difference() {}

    static String describe(Frame logged, Frame executed) {
        CommandBody before = new CommandBody(logged);
        CommandBody after = new CommandBody(executed);
        String one = before.answer().toString();
        String other = after.answer().toString();
        if (!one.equals(other)) {
            return texts("the outcomes differ", one, other);
        }
        List<?> events = before.events();
        List<?> again = after.events();
        for (int i = 0; i < Math.min(events.size(), again.size()); i++) {
            if (!events.get(i).equals(again.get(i))) {
                return texts(
                        "event %d differs".formatted(i),
                        events.get(i).toString(),
                        again.get(i).toString());
            }
        }
        if (events.size() != again.size()) {
            return "the log has %d events, executed again it has %d".formatted(events.size(), again.size());
        }
        return bytes(logged.body(), executed.body());
    }

    private static String texts(String what, String logged, String executed) {
        int at = 0;
        while (at < Math.min(logged.length(), executed.length()) && logged.charAt(at) == executed.charAt(at)) {
            at++;
        }
        return "%s: the log has «%s», executed again it is «%s»".formatted(what, part(logged, at), part(executed, at));
    }

    private static String part(String text, int at) {
        int from = Math.max(0, at - CONTEXT);
        int to = Math.min(text.length(), at + CONTEXT);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    private static String bytes(ByteBuffer logged, ByteBuffer executed) {
        int at = logged.mismatch(executed);
        return "what the components wrote differs: byte %d of the body, the log has %s, executed again it is %s"
                .formatted(at, at(logged, at), at(executed, at));
    }

    private static String at(ByteBuffer bytes, int at) {
        return at < bytes.limit() ? "%02x".formatted(bytes.get(at)) : "nothing";
    }
}
