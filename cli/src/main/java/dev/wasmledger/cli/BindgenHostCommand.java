package dev.wasmledger.cli;

import dev.wasmledger.bindgen.Bindgen;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.bindgen.Side;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wasmledger bindgen host}. */
@Command(
        name = "host",
        header = "Writes what a program needs to run components.",
        description = {
            "For each interface an interface in Java, with code that calls a component's export or answers its import; for "
                    + "each world a class that makes an instance of a component.",
            "To compile it, this command's own jar is enough."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger bindgen host -o generated wit",
            "  wasmledger bindgen host --world shop --package com.acme -o generated wit"
        })
final class BindgenHostCommand implements Callable<Integer> {

    @Mixin
    private BindgenOptions options = new BindgenOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        options.requireJava();
        var worlds = options.load();
        var request =
                new BindgenRequest(worlds.wit(), worlds.worlds(), options.basePackage(), Side.HOST, Optional.empty());
        var files = Bindgen.generate(request.returningResults(options.returnResults()));
        var report = new OutputDirectory(options.output()).write(files);
        Output.of(spec).text(BindgenReport.text(options.output(), report));
        return ExitCode.OK;
    }
}
