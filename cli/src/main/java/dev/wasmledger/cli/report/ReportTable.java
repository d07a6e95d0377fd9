package dev.wasmledger.cli.report;

import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Amount;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Cell;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Report;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** A projection's report as a table. An amount is printed as what its debits are greater by than its credits. */
public final class ReportTable {

    private final BooksView books;

    public ReportTable(BooksView books) {
        this.books = books;
    }

    public String print(Report report) {
        int columns = report.columns().size();
        TextTable.Align[] aligns = IntStream.range(0, columns)
                .mapToObj(column -> isText(report, column) ? TextTable.Align.LEFT : TextTable.Align.RIGHT)
                .toArray(TextTable.Align[]::new);
        var table = new TextTable(aligns);
        table.row(report.columns().toArray(String[]::new));
        for (List<Cell> row : report.rows()) {
            table.row(row.stream().map(this::print).toArray(String[]::new));
        }
        return table.toString();
    }

    private static boolean isText(Report report, int column) {
        return report.rows().stream().allMatch(row -> row.get(column) instanceof Cell.Text);
    }

    private String print(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> text;
            case Cell.Count(var count) -> Long.toUnsignedString(count);
            case Cell.Amount(var amount) -> print(amount);
        };
    }

    private String print(Amount amount) {
        BigInteger net = U128s.toBigInteger(amount.debits()).subtract(U128s.toBigInteger(amount.credits()));
        return books.assets().stream()
                .filter(asset -> asset.number() == amount.ledger())
                .map(asset -> asset.format().print(asset.decimal(net)))
                .findFirst()
                .orElse(net.toString());
    }
}
