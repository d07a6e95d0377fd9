package dev.wasmledger.ledger.internal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventBuffer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    private static final int EVENT_BYTES = 400;

    /** A component in C, say, leaves in the gaps of its records whatever lay there before. */
    @Test
    void doesNotSeeWhatLiesBetweenTheFields() {
        byte[] ones = new byte[EVENT_BYTES];
        Arrays.fill(ones, (byte) -1);

        assertThat(words(ones)).isEqualTo(words(new byte[EVENT_BYTES]));
    }

    private static long[] words(byte[] before) {
        EventList.Builder list = EventList.builder(1);
        EventBuffer event = list.add().copyFrom(before, 0);
        byte[] zeros = new byte[EVENT_BYTES];
        EventBuffer clean = new EventBuffer().copyFrom(zeros, 0);
        event.transfer(clean.transfer()).debitAccount(clean.debitAccount()).creditAccount(clean.creditAccount());
        event.kind(EventKind.TWO_PHASE_VOIDED).timestamp(7);
        return new EventWords().of(list.build(), 0).clone();
    }
}
