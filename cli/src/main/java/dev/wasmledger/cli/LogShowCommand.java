package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.LedgerLog;
import dev.wasmledger.ledger.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wasmledger log show}. */
@Command(
        name = "show",
        header = "Lists the frames of a ledger's log.",
        description =
                "Prints a line for each frame: its number, when its command was carried out, what it is about, how "
                        + "many items that has, how many events came of it, and where it lies. Needs none of the ledger's "
                        + "components.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger log show samples/credits/ledger.yaml",
            "  wasmledger log show samples/credits/ledger.yaml --from 2 --to 3 --json"
        })
final class LogShowCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Option(names = "--from", paramLabel = "SEQ", description = "The first frame; 1 if nothing is said.")
    private long from = 1;

    @Option(names = "--to", paramLabel = "SEQ", description = "The last frame; the log's last if nothing is said.")
    private long to = Long.MAX_VALUE;

    @Option(names = "--json", description = "As JSON, a line for each frame.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LedgerFile file = LedgerFile.read(ledger.file());
        var out = Output.of(spec).out();
        if (json) {
            LedgerLog.entries(file.state(), from, to, entry -> out.println(json(entry)));
        } else {
            LedgerLog.entries(file.state(), from, to, entry -> out.println(text(entry)));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String text(LedgerLog.Entry entry) {
        String what = entry.items() == 0
                ? kind(entry)
                : "%s: %d, events: %d".formatted(kind(entry), entry.items(), entry.events());
        String stopped = entry.stopped()
                .map(verdict -> ", stopped by " + verdict.instance() + ": " + verdict.reason())
                .orElse("");
        return "%d  %s  %s%s  (%s at %d)"
                .formatted(entry.sequence(), time(entry), what, stopped, entry.file(), entry.offset());
    }

    private static ObjectNode json(LedgerLog.Entry entry) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("sequence", entry.sequence())
                .put("time", time(entry).toString())
                .put("kind", kind(entry))
                .put("items", entry.items())
                .put("events", entry.events())
                .put("file", entry.file())
                .put("offset", entry.offset())
                .put("bytes", entry.bytes())
                .put("digest", Output.digest(entry.digest()))
                .put("deployment", Output.digest(entry.deployment()));
        entry.stopped().ifPresent(verdict -> stopped(node, verdict));
        return node;
    }

    private static void stopped(ObjectNode node, Verdict verdict) {
        node.putObject("stopped").put("instance", verdict.instance()).put("reason", verdict.reason());
    }

    private static String kind(LedgerLog.Entry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Instant time(LedgerLog.Entry entry) {
        return Instant.EPOCH.plus(entry.time(), ChronoUnit.NANOS);
    }
}
