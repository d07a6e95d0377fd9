package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.abi.PointerType;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a canonical definition, each at most once (CanonicalABI.md, "canonopt Validation").
 *
 * @param pointer the address type of the memory; 32 bits where none is given
 */
record CanonOptions(
        PointerType pointer,
        boolean memory,
        boolean realloc,
        Optional<CoreFuncType> postReturn,
        boolean async,
        Optional<CoreFuncType> callback) {

    static CanonOptions of(List<CanonOpt> options, Scope scope, Problems problems) {
        rejectDuplicates(options, problems);
        Optional<CoreExternType.Memory> memory = options.stream()
                .filter(CanonOpt.Memory.class::isInstance)
                .map(option -> scope.coreMemories.get(((CanonOpt.Memory) option).memory()))
                .findFirst();
        PointerType pointer = memory.map(m -> m.limits().is64() ? PointerType.I64 : PointerType.I32)
                .orElse(PointerType.I32);
        problems.require(
                memory.isEmpty() || !memory.get().limits().shared(),
                Rule.CANON_OPTION_SIGNATURE,
                "canonical option `memory` names a shared memory");
        if (pointer == PointerType.I64) {
            problems.requireFeature(Feature.MEMORY64, "a memory with 64-bit addresses");
        }
        boolean realloc = false;
        Optional<CoreFuncType> postReturn = Optional.empty();
        Optional<CoreFuncType> callback = Optional.empty();
        boolean async = false;
        for (CanonOpt option : options) {
            switch (option) {
                case CanonOpt.StringEncoding encoding -> {}
                case CanonOpt.Memory m -> {}
                case CanonOpt.Realloc(var func) -> {
                    realloc(scope.coreFuncs.get(func).type(), memory.isPresent(), pointer, problems);
                    realloc = true;
                }
                case CanonOpt.PostReturn(var func) ->
                    postReturn = Optional.of(scope.coreFuncs.get(func).type());
                case CanonOpt.Async() -> async = true;
                case CanonOpt.Callback(var func) ->
                    callback = Optional.of(scope.coreFuncs.get(func).type());
                case CanonOpt.CoreType type -> throw gc(problems);
                case CanonOpt.Gc() -> throw gc(problems);
            }
        }
        return new CanonOptions(pointer, memory.isPresent(), realloc, postReturn, async, callback);
    }

    private static DiagnosticException gc(Problems problems) {
        return problems.fail(Rule.FEATURE, "the GC options of canonical definitions are not supported");
    }

    private static void rejectDuplicates(List<CanonOpt> options, Problems problems) {
        Set<Class<?>> kinds = new HashSet<>();
        for (CanonOpt option : options) {
            problems.require(
                    kinds.add(option.getClass()),
                    Rule.CANON_OPTION_TWICE,
                    "canonical option " + text(option) + " is specified more than once, or conflicts with another one");
        }
    }

    private static void realloc(CoreFuncType type, boolean memory, PointerType pointer, Problems problems) {
        problems.require(
                memory, Rule.CANON_OPTION_MISSING, "canonical option `realloc` requires `memory` to also be specified");
        CoreNumType address = pointer.coreType();
        var expected = new CoreFuncType(Collections.nCopies(4, (CoreValType) address), List.of(address));
        problems.require(
                type.equals(expected),
                Rule.CANON_OPTION_SIGNATURE,
                "canonical option `realloc` uses a core function with an incorrect signature: "
                        + CoreSubtyping.text(expected) + " is asked for, and this is " + CoreSubtyping.text(type));
    }

    private static String text(CanonOpt option) {
        return switch (option) {
            case CanonOpt.StringEncoding e -> "`string-encoding`";
            case CanonOpt.Memory m -> "`memory`";
            case CanonOpt.Realloc r -> "`realloc`";
            case CanonOpt.PostReturn p -> "`post-return`";
            case CanonOpt.Async a -> "`async`";
            case CanonOpt.Callback c -> "`callback`";
            case CanonOpt.CoreType c -> "`core-type`";
            case CanonOpt.Gc g -> "`gc`";
        };
    }
}
