package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A posting as it was written.
 *
 * @param place from the account to the end of the amount
 * @param account without the brackets of a virtual one
 * @param virtual whether it is virtual
 * @param amount absent where it is what the others leave over
 * @param cost what was paid or received for the amount, of the amount's sign
 * @param notes what comments say; grows with comments on the lines that follow
 */
record WrittenPosting(
        Span place,
        String account,
        boolean virtual,
        Optional<WrittenAmount> amount,
        Optional<Cost> cost,
        List<Note> notes) {

    WrittenPosting {
        notes = new ArrayList<>(notes);
    }

    /** A price in total. Its number of decimals is those of the price as written, plus those of the amount if it was for one unit. */
    record Cost(BigDecimal total, String commodity, Span place) {}
}
