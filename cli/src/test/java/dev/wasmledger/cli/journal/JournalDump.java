package dev.wasmledger.cli.journal;

import java.util.TreeMap;

/** A journal as text that people can review: what the case tests compare with. */
final class JournalDump {

    private JournalDump() {}

    static String of(Journal journal) {
        var out = new StringBuilder();
        for (JournalTransaction transaction : journal.transactions()) {
            out.append(transaction.date());
            transaction.effectiveDate().ifPresent(date -> out.append('=').append(date));
            switch (transaction.clearing()) {
                case UNMARKED -> {}
                case PENDING -> out.append(" !");
                case CLEARED -> out.append(" *");
            }
            transaction.code().ifPresent(code -> out.append(" (").append(code).append(')'));
            out.append(" <").append(transaction.payee()).append(">\n");
            transaction.notes().forEach(note -> appendNote(out.append("  "), note));
            for (JournalPosting posting : transaction.postings()) {
                out.append("  ").append(posting.account()).append(" | ");
                out.append(posting.quantity().toPlainString())
                        .append(' ')
                        .append(posting.unit().commodity());
                posting.unit()
                        .lot()
                        .ifPresent(lot -> out.append(" {")
                                .append(lot.shownPrice().toPlainString())
                                .append(' ')
                                .append(lot.commodity())
                                .append("}")
                                .append(lot.date()
                                        .map(date -> " [" + date + "]")
                                        .orElse("")));
                out.append('\n');
                posting.notes().forEach(note -> appendNote(out.append("    "), note));
            }
        }
        new TreeMap<>(journal.formats())
                .forEach((commodity, format) ->
                        out.append("format ").append(format.sample()).append('\n'));
        Journal.LeftOut leftOut = journal.leftOut();
        out.append("left out: ")
                .append(leftOut.virtualPostings())
                .append(" virtual postings, ")
                .append(leftOut.virtualTransactions())
                .append(" virtual, ")
                .append(leftOut.automatedTransactions())
                .append(" automated, ")
                .append(leftOut.periodicTransactions())
                .append(" periodic transactions\n");
        return out.toString();
    }

    private static void appendNote(StringBuilder out, Note note) {
        out.append("; ").append(note.key()).append('=').append(note.value()).append('\n');
    }
}
