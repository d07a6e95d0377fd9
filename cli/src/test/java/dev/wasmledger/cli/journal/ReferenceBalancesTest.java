package dev.wasmledger.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wasmledger.cli.Cases;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reader alone against the reference. Each case's {@code ledger.tsv} is what ledger 3.3.0 makes of its journal, without
 * thousands separators: {@code ledger -f input.journal bal --flat --real --no-total --empty --format
 * '%(account)\t%(amount)\n'}. The generated ones are random journals that once came out differently.
 */
class ReferenceBalancesTest {

    private static final Comparator<String> BY_SEGMENTS = Comparator.comparing(name -> name.replace(':', '\0'));

    static Stream<String> cases() throws IOException {
        return Cases.in("reference");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesOnSmallJournals(String name) throws IOException {
        Journal journal =
                JournalReader.read(new SourceFile("input.journal", Cases.input("reference", name, "input.journal")));

        assertThat(balances(journal))
                .isEqualTo(Cases.input("reference", name, "ledger.tsv").lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"drewr3, 11, 0, 1", "standard, 1345, 2, 0"})
    void agreesOnJournalsThatPeopleKept(String name, int transactions, int virtualOnes, int automated)
            throws IOException {
        Path folder = Path.of(System.getProperty("journals.dir", "../../shared/journals"));
        if (System.getenv("CI") == null) {
            assumeThat(folder).exists();
        }
        String text = Files.readString(folder.resolve(name + ".dat"));

        Journal journal = JournalReader.read(new SourceFile(name + ".dat", text));

        assertThat(journal.transactions()).hasSize(transactions);
        assertThat(journal.leftOut().virtualTransactions()).isEqualTo(virtualOnes);
        assertThat(journal.leftOut().automatedTransactions()).isEqualTo(automated);
        String expected = Files.readString(folder.resolve(name + ".ledger.tsv")).replace(",", "");
        assertThat(balances(journal)).isEqualTo(expected.lines().toList());
    }

    private static List<String> balances(Journal journal) {
        Map<String, Map<Unit, BigDecimal>> accounts = new TreeMap<>(BY_SEGMENTS);
        for (JournalTransaction transaction : journal.transactions()) {
            for (JournalPosting posting : transaction.postings()) {
                accounts.computeIfAbsent(posting.account(), account -> new TreeMap<>())
                        .merge(posting.unit(), posting.quantity(), BigDecimal::add);
            }
        }
        var lines = new ArrayList<String>();
        accounts.forEach((account, units) -> {
            var amounts = new ArrayList<String>();
            units.forEach((unit, quantity) -> {
                if (!journal.format(unit.commodity()).isShownAsZero(quantity)) {
                    amounts.add(print(journal, unit, quantity));
                }
            });
            lines.add(account + "\t" + (amounts.isEmpty() ? "0" : amounts.removeFirst()));
            lines.addAll(amounts);
        });
        return lines;
    }

    private static String print(Journal journal, Unit unit, BigDecimal quantity) {
        String amount = journal.format(unit.commodity()).print(quantity);
        return unit.lot()
                .map(lot -> amount + " {" + journal.format(lot.commodity()).printPrice(lot.shownPrice()) + "}"
                        + lot.date()
                                .map(date -> " [" + date.toString().replace('-', '/') + "]")
                                .orElse(""))
                .orElse(amount);
    }
}
