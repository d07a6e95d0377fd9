package dev.wasmledger.component.model;

/** Anything that stands in a section of a component. Most of them add to an index space. */
public sealed interface Definition
        permits CustomSection,
                CoreModule,
                CoreInstance,
                CoreTypeDef,
                Component,
                Instance,
                Alias,
                TypeDef,
                Canon,
                Start,
                Import,
                Export,
                ValueDef {}
