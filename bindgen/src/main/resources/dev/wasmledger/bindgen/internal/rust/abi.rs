//! What the bindings of every world stand on: how values lie in linear memory and in core values,
//! as CanonicalABI.md of the component model has it, and who owns them.
//!
//! A guest has one thread, and none of its functions is entered twice at a time.

use std::alloc::{self, Layout};
use std::any::Any;
use std::cell::{Cell, RefCell, UnsafeCell};
use std::collections::BTreeMap;
use std::mem::{self, MaybeUninit};
use std::ptr;

/// A type of the world.
pub trait Value {
    /// Bytes in linear memory, with padding.
    const SIZE: usize;
    /// A power of two.
    const ALIGN: usize;
    /// How many core values it is passed as.
    const FLAT: usize;
    /// Whether it lies in Rust's memory just so; then lists of it cross as they are.
    const PLAIN: bool = false;
}

/// What can be passed out. Handles that are owned are taken out of the value, which is no more to be used then.
pub trait Lower: Value {
    /// Puts it into memory; what it points to lives as long as `self` and `scratch`.
    ///
    /// # Safety
    /// There is room for `SIZE` bytes, aligned.
    unsafe fn store(&self, at: *mut u8, scratch: &mut Scratch);

    /// Puts the bits of its core values into `FLAT` places. Cases whose core values differ in type
    /// share places, and the canonical ABI says of each pair of types that the bits stay: so bits
    /// are all that is needed.
    fn flatten(&self, flat: &mut [u64], scratch: &mut Scratch);
}

/// What can be taken in. The value owns what it points to.
pub trait Lift: Value + Sized {
    /// # Safety
    /// There is a value of this type, which nobody else owns.
    unsafe fn load(at: *const u8) -> Self;

    /// # Safety
    /// These are the bits of a value of this type, which nobody else owns.
    unsafe fn unflatten(flat: &[u64]) -> Self;
}

pub const fn max(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

pub const fn align_to(offset: usize, align: usize) -> usize {
    offset.div_ceil(align) * align
}

/// How large the number of a case is, in bytes.
pub const fn discriminant_size(cases: usize) -> usize {
    if cases <= 1 << 8 {
        1
    } else if cases <= 1 << 16 {
        2
    } else {
        4
    }
}

/// Finds the offsets of a record's fields, one after the other.
pub struct Fields {
    end: usize,
}

impl Fields {
    pub const fn new() -> Self {
        Self { end: 0 }
    }

    pub const fn next<T: Value>(&mut self) -> usize {
        let offset = align_to(self.end, T::ALIGN);
        self.end = offset + T::SIZE;
        offset
    }

    pub const fn size(self, align: usize) -> usize {
        align_to(self.end, align)
    }
}

/// The next places of several.
pub fn next<'f, T: Value>(flat: &mut &'f [u64]) -> &'f [u64] {
    let (first, rest) = flat.split_at(T::FLAT);
    *flat = rest;
    first
}

/// The next places of several.
pub fn next_mut<'f, T: Value>(flat: &mut &'f mut [u64]) -> &'f mut [u64] {
    let (first, rest) = mem::take(flat).split_at_mut(T::FLAT);
    *flat = rest;
    first
}

/// The bits of a value's core values.
pub fn flatten<T: Lower, const FLAT: usize>(value: &T, scratch: &mut Scratch) -> [u64; FLAT] {
    const { assert!(T::FLAT == FLAT) };
    let mut flat = [0; FLAT];
    value.flatten(&mut flat, scratch);
    flat
}

/// The value of these bits.
///
/// # Safety
/// As [`Lift::unflatten`].
pub unsafe fn unflatten<T: Lift, const FLAT: usize>(flat: [u64; FLAT]) -> T {
    const { assert!(T::FLAT == FLAT) };
    unsafe { T::unflatten(&flat) }
}

/// Memory that a call needs. It is given back when this is dropped.
pub struct Scratch {
    blocks: Vec<(*mut u8, Layout)>,
}

impl Scratch {
    pub const fn new() -> Self {
        Self { blocks: Vec::new() }
    }

    fn allocate(&mut self, size: usize, align: usize) -> *mut u8 {
        let at = allocate(layout(size, align));
        if size != 0 {
            self.blocks.push((at, layout(size, align)));
        }
        at
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        for &(at, layout) in &self.blocks {
            unsafe { alloc::dealloc(at, layout) };
        }
    }
}

fn layout(size: usize, align: usize) -> Layout {
    Layout::from_size_align(size, align).expect("a list is smaller than memory")
}

fn allocate(layout: Layout) -> *mut u8 {
    if layout.size() == 0 {
        return ptr::without_provenance_mut(layout.align());
    }
    let at = unsafe { alloc::alloc(layout) };
    if at.is_null() {
        alloc::handle_alloc_error(layout);
    }
    at
}

unsafe fn free(at: *const u8, size: usize, align: usize) {
    if size != 0 {
        unsafe { alloc::dealloc(at.cast_mut(), layout(size, align)) };
    }
}

/// Where others put what they pass to this guest.
#[unsafe(no_mangle)]
unsafe extern "C" fn cabi_realloc(
    at: *mut u8,
    old_size: usize,
    align: usize,
    new_size: usize,
) -> *mut u8 {
    if old_size == 0 {
        return allocate(layout(new_size, align));
    }
    if new_size == 0 {
        unsafe { free(at, old_size, align) };
        return ptr::without_provenance_mut(align);
    }
    let moved = unsafe { alloc::realloc(at, layout(old_size, align), new_size) };
    if moved.is_null() {
        alloc::handle_alloc_error(layout(new_size, align));
    }
    moved
}

/// Room for what does not fit core values.
#[repr(C, align(8))]
pub struct Area<const SIZE: usize>([MaybeUninit<u8>; SIZE]);

impl<const SIZE: usize> Area<SIZE> {
    pub const fn new() -> Self {
        Self([MaybeUninit::uninit(); SIZE])
    }

    pub fn at(&mut self) -> *mut u8 {
        self.0.as_mut_ptr().cast()
    }

    /// Puts a value there.
    pub fn fill<T: Lower>(&mut self, value: &T, scratch: &mut Scratch) -> *const u8 {
        const { assert!(T::SIZE == SIZE && T::ALIGN <= 8) };
        unsafe { value.store(self.at(), scratch) };
        self.at()
    }

    /// The value that was put there.
    ///
    /// # Safety
    /// As [`Lift::load`].
    pub unsafe fn take<T: Lift>(&mut self) -> T {
        const { assert!(T::SIZE == SIZE && T::ALIGN <= 8) };
        unsafe { T::load(self.at()) }
    }
}

/// The arguments of an export that are too many for core values.
///
/// # Safety
/// As [`Lift::load`]; the memory is given back.
pub unsafe fn arguments<T: Lift>(at: *const u8) -> T {
    unsafe {
        let arguments = T::load(at);
        free(at, T::SIZE, T::ALIGN);
        arguments
    }
}

/// What an export has returned, until its caller has read it.
pub struct Answer<T, const SIZE: usize>(UnsafeCell<Kept<T, SIZE>>);

struct Kept<T, const SIZE: usize> {
    area: Area<SIZE>,
    value: Option<T>,
    scratch: Scratch,
}

/// A guest has one thread.
unsafe impl<T, const SIZE: usize> Sync for Answer<T, SIZE> {}

impl<T: Lower, const SIZE: usize> Answer<T, SIZE> {
    pub const fn new() -> Self {
        Self(UnsafeCell::new(Kept {
            area: Area::new(),
            value: None,
            scratch: Scratch::new(),
        }))
    }

    /// Where it lies for the caller.
    pub fn give(&self, value: T) -> *const u8 {
        self.release();
        let kept = unsafe { &mut *self.0.get() };
        kept.area.fill(kept.value.insert(value), &mut kept.scratch)
    }

    /// Gives its memory back.
    pub fn release(&self) {
        let kept = unsafe { &mut *self.0.get() };
        kept.value = None;
        kept.scratch = Scratch::new();
    }
}

macro_rules! numbers {
    ($($number:ty: $bits:expr, $of_bits:expr;)+) => {$(
        impl Value for $number {
            const SIZE: usize = size_of::<Self>();
            const ALIGN: usize = align_of::<Self>();
            const FLAT: usize = 1;
            const PLAIN: bool = true;
        }

        impl Lower for $number {
            unsafe fn store(&self, at: *mut u8, _: &mut Scratch) {
                unsafe { at.cast::<Self>().write(*self) };
            }

            fn flatten(&self, flat: &mut [u64], _: &mut Scratch) {
                let bits: fn(Self) -> u64 = $bits;
                flat[0] = bits(*self);
            }
        }

        impl Lift for $number {
            unsafe fn load(at: *const u8) -> Self {
                unsafe { at.cast::<Self>().read() }
            }

            unsafe fn unflatten(flat: &[u64]) -> Self {
                let of_bits: fn(u64) -> Self = $of_bits;
                of_bits(flat[0])
            }
        }
    )+};
}

numbers! {
    bool: u64::from, |bits| bits as u32 != 0;
    u8: u64::from, |bits| bits as u8;
    u16: u64::from, |bits| bits as u16;
    u32: u64::from, |bits| bits as u32;
    u64: |value| value, |bits| bits;
    i8: |value| u64::from(i32::from(value) as u32), |bits| bits as i8;
    i16: |value| u64::from(i32::from(value) as u32), |bits| bits as i16;
    i32: |value| u64::from(value as u32), |bits| bits as i32;
    i64: |value| value as u64, |bits| bits as i64;
    f32: |value| u64::from(value.to_bits()), |bits| f32::from_bits(bits as u32);
    f64: |value| value.to_bits(), f64::from_bits;
    char: |value| u64::from(u32::from(value)), |bits| unsafe { char::from_u32_unchecked(bits as u32) };
}

/// What an absent part of a result is.
impl Value for () {
    const SIZE: usize = 0;
    const ALIGN: usize = 1;
    const FLAT: usize = 0;
}

impl Lower for () {
    unsafe fn store(&self, _: *mut u8, _: &mut Scratch) {}

    fn flatten(&self, _: &mut [u64], _: &mut Scratch) {}
}

impl Lift for () {
    unsafe fn load(_: *const u8) -> Self {}

    unsafe fn unflatten(_: &[u64]) -> Self {}
}

/// Types that are an address and a length.
macro_rules! sequences {
    ($([$($part:ident),*] $sequence:ty: $address:expr;)+) => {$(
        impl<$($part),*> Value for $sequence {
            const SIZE: usize = 8;
            const ALIGN: usize = 4;
            const FLAT: usize = 2;
        }

        impl<$($part: Lower),*> Lower for $sequence {
            unsafe fn store(&self, at: *mut u8, scratch: &mut Scratch) {
                let address: fn(&Self, &mut Scratch) -> *const u8 = $address;
                unsafe { at.cast::<[u32; 2]>().write([address(self, scratch) as u32, self.len() as u32]) };
            }

            fn flatten(&self, flat: &mut [u64], scratch: &mut Scratch) {
                let address: fn(&Self, &mut Scratch) -> *const u8 = $address;
                flat[0] = address(self, scratch) as u64;
                flat[1] = self.len() as u64;
            }
        }
    )+};
}

sequences! {
    [] String: |text, _| text.as_ptr();
    [] &str: |text, _| text.as_ptr();
    [T] Vec<T>: |list, scratch| lower_list(list, scratch);
    [T] &[T]: |list, scratch| lower_list(list, scratch);
    [K, V] BTreeMap<K, V>: |map, scratch| lower_map(map, scratch);
    [K, V] &BTreeMap<K, V>: |map, scratch| lower_map(map, scratch);
}

/// Where the elements lie.
pub fn lower_list<T: Lower>(list: &[T], scratch: &mut Scratch) -> *const u8 {
    if T::PLAIN {
        return list.as_ptr().cast();
    }
    let at = scratch.allocate(list.len() * T::SIZE, T::ALIGN);
    for (i, element) in list.iter().enumerate() {
        unsafe { element.store(at.add(i * T::SIZE), scratch) };
    }
    at
}

fn lower_map<K: Lower, V: Lower>(map: &BTreeMap<K, V>, scratch: &mut Scratch) -> *const u8 {
    let size = <(K, V)>::SIZE;
    let at = scratch.allocate(map.len() * size, <(K, V)>::ALIGN);
    for (i, (key, value)) in map.iter().enumerate() {
        let mut fields = Fields::new();
        unsafe {
            key.store(at.add(i * size + fields.next::<K>()), scratch);
            value.store(at.add(i * size + fields.next::<V>()), scratch);
        }
    }
    at
}

/// A list, in its own memory where its elements lie as Rust has them.
///
/// # Safety
/// As [`Lift::load`], for each of the elements; the memory is given back.
pub unsafe fn lift_list<T: Lift>(at: *const u8, len: usize) -> Vec<T> {
    if len == 0 {
        return Vec::new();
    }
    unsafe {
        if T::PLAIN {
            return Vec::from_raw_parts(at.cast_mut().cast(), len, len);
        }
        let list = (0..len).map(|i| T::load(at.add(i * T::SIZE))).collect();
        free(at, len * T::SIZE, T::ALIGN);
        list
    }
}

/// A string, in its own memory.
///
/// # Safety
/// As [`lift_list`]. The canonical ABI promises UTF-8.
pub unsafe fn lift_string(at: *const u8, len: usize) -> String {
    unsafe { String::from_utf8_unchecked(lift_list(at, len)) }
}

unsafe fn address_and_length(at: *const u8) -> (*const u8, usize) {
    let [address, length] = unsafe { at.cast::<[u32; 2]>().read() };
    (
        ptr::with_exposed_provenance(address as usize),
        length as usize,
    )
}

fn flat_address_and_length(flat: &[u64]) -> (*const u8, usize) {
    (
        ptr::with_exposed_provenance(flat[0] as usize),
        flat[1] as usize,
    )
}

impl Lift for String {
    unsafe fn load(at: *const u8) -> Self {
        unsafe {
            let (address, length) = address_and_length(at);
            lift_string(address, length)
        }
    }

    unsafe fn unflatten(flat: &[u64]) -> Self {
        let (address, length) = flat_address_and_length(flat);
        unsafe { lift_string(address, length) }
    }
}

impl<T: Lift> Lift for Vec<T> {
    unsafe fn load(at: *const u8) -> Self {
        unsafe {
            let (address, length) = address_and_length(at);
            lift_list(address, length)
        }
    }

    unsafe fn unflatten(flat: &[u64]) -> Self {
        let (address, length) = flat_address_and_length(flat);
        unsafe { lift_list(address, length) }
    }
}

impl<K: Lift + Ord, V: Lift> Lift for BTreeMap<K, V> {
    unsafe fn load(at: *const u8) -> Self {
        unsafe { Vec::<(K, V)>::load(at).into_iter().collect() }
    }

    unsafe fn unflatten(flat: &[u64]) -> Self {
        unsafe { Vec::<(K, V)>::unflatten(flat).into_iter().collect() }
    }
}

impl<T: Value, const N: usize> Value for [T; N] {
    const SIZE: usize = N * T::SIZE;
    const ALIGN: usize = T::ALIGN;
    const FLAT: usize = N * T::FLAT;
    const PLAIN: bool = T::PLAIN;
}

impl<T: Lower, const N: usize> Lower for [T; N] {
    unsafe fn store(&self, at: *mut u8, scratch: &mut Scratch) {
        for (i, element) in self.iter().enumerate() {
            unsafe { element.store(at.add(i * T::SIZE), scratch) };
        }
    }

    fn flatten(&self, mut flat: &mut [u64], scratch: &mut Scratch) {
        for element in self {
            element.flatten(next_mut::<T>(&mut flat), scratch);
        }
    }
}

/// The same behind a reference.
macro_rules! referred {
    ($([$($parameters:tt)*] $type:ty;)+) => {$(
        impl<$($parameters)*> $crate::bindings::abi::Value for &$type {
            const SIZE: usize = <$type as $crate::bindings::abi::Value>::SIZE;
            const ALIGN: usize = <$type as $crate::bindings::abi::Value>::ALIGN;
            const FLAT: usize = <$type as $crate::bindings::abi::Value>::FLAT;
        }

        impl<$($parameters)*> $crate::bindings::abi::Lower for &$type {
            unsafe fn store(&self, at: *mut u8, scratch: &mut $crate::bindings::abi::Scratch) {
                unsafe { $crate::bindings::abi::Lower::store(*self, at, scratch) };
            }

            fn flatten(&self, flat: &mut [u64], scratch: &mut $crate::bindings::abi::Scratch) {
                $crate::bindings::abi::Lower::flatten(*self, flat, scratch);
            }
        }
    )+};
}
pub(crate) use referred;

referred! {
    [T: Lower, const N: usize] [T; N];
}

impl<T: Lift, const N: usize> Lift for [T; N] {
    unsafe fn load(at: *const u8) -> Self {
        std::array::from_fn(|i| unsafe { T::load(at.add(i * T::SIZE)) })
    }

    unsafe fn unflatten(mut flat: &[u64]) -> Self {
        std::array::from_fn(|_| unsafe { T::unflatten(next::<T>(&mut flat)) })
    }
}

impl<T: Value> Value for Option<T> {
    const SIZE: usize = <Result<T, ()>>::SIZE;
    const ALIGN: usize = <Result<T, ()>>::ALIGN;
    const FLAT: usize = 1 + T::FLAT;
}

impl<T: Lower> Lower for Option<T> {
    unsafe fn store(&self, at: *mut u8, scratch: &mut Scratch) {
        unsafe {
            at.cast::<bool>().write(self.is_some());
            if let Some(value) = self {
                value.store(at.add(T::ALIGN), scratch);
            }
        }
    }

    fn flatten(&self, flat: &mut [u64], scratch: &mut Scratch) {
        flat[0] = u64::from(self.is_some());
        if let Some(value) = self {
            value.flatten(&mut flat[1..1 + T::FLAT], scratch);
        }
    }
}

impl<T: Lift> Lift for Option<T> {
    unsafe fn load(at: *const u8) -> Self {
        unsafe { at.cast::<bool>().read().then(|| T::load(at.add(T::ALIGN))) }
    }

    unsafe fn unflatten(flat: &[u64]) -> Self {
        (flat[0] as u32 != 0).then(|| unsafe { T::unflatten(&flat[1..1 + T::FLAT]) })
    }
}

impl<T: Value, E: Value> Value for Result<T, E> {
    const SIZE: usize = align_to(Self::ALIGN + max(T::SIZE, E::SIZE), Self::ALIGN);
    const ALIGN: usize = max(T::ALIGN, E::ALIGN);
    const FLAT: usize = 1 + max(T::FLAT, E::FLAT);
}

impl<T: Lower, E: Lower> Lower for Result<T, E> {
    unsafe fn store(&self, at: *mut u8, scratch: &mut Scratch) {
        unsafe {
            at.cast::<bool>().write(self.is_err());
            match self {
                Ok(value) => value.store(at.add(Self::ALIGN), scratch),
                Err(error) => error.store(at.add(Self::ALIGN), scratch),
            }
        }
    }

    fn flatten(&self, flat: &mut [u64], scratch: &mut Scratch) {
        flat[0] = u64::from(self.is_err());
        match self {
            Ok(value) => value.flatten(&mut flat[1..1 + T::FLAT], scratch),
            Err(error) => error.flatten(&mut flat[1..1 + E::FLAT], scratch),
        }
    }
}

impl<T: Lift, E: Lift> Lift for Result<T, E> {
    unsafe fn load(at: *const u8) -> Self {
        unsafe {
            if at.cast::<bool>().read() {
                Err(E::load(at.add(Self::ALIGN)))
            } else {
                Ok(T::load(at.add(Self::ALIGN)))
            }
        }
    }

    unsafe fn unflatten(flat: &[u64]) -> Self {
        unsafe {
            if flat[0] as u32 != 0 {
                Err(E::unflatten(&flat[1..1 + E::FLAT]))
            } else {
                Ok(T::unflatten(&flat[1..1 + T::FLAT]))
            }
        }
    }
}

/// Makes values of the tuples of one length.
macro_rules! tuple {
    ($($type:ident $index:tt),+) => {
        impl<$($type: $crate::bindings::abi::Value),+> $crate::bindings::abi::Value for ($($type,)+) {
            const SIZE: usize = {
                let mut fields = $crate::bindings::abi::Fields::new();
                $(fields.next::<$type>();)+
                fields.size(Self::ALIGN)
            };
            const ALIGN: usize = {
                let mut align = 1;
                $(align = $crate::bindings::abi::max(align, $type::ALIGN);)+
                align
            };
            const FLAT: usize = 0 $(+ $type::FLAT)+;
        }

        impl<$($type: $crate::bindings::abi::Lower),+> $crate::bindings::abi::Lower for ($($type,)+) {
            unsafe fn store(&self, at: *mut u8, scratch: &mut $crate::bindings::abi::Scratch) {
                let mut fields = $crate::bindings::abi::Fields::new();
                $(unsafe { self.$index.store(at.add(fields.next::<$type>()), scratch) };)+
            }

            fn flatten(&self, mut flat: &mut [u64], scratch: &mut $crate::bindings::abi::Scratch) {
                $(self.$index.flatten($crate::bindings::abi::next_mut::<$type>(&mut flat), scratch);)+
            }
        }

        impl<$($type: $crate::bindings::abi::Lift),+> $crate::bindings::abi::Lift for ($($type,)+) {
            unsafe fn load(at: *const u8) -> Self {
                let mut fields = $crate::bindings::abi::Fields::new();
                ($(unsafe { $type::load(at.add(fields.next::<$type>())) },)+)
            }

            unsafe fn unflatten(mut flat: &[u64]) -> Self {
                ($(unsafe { $type::unflatten($crate::bindings::abi::next::<$type>(&mut flat)) },)+)
            }
        }
    };
}
pub(crate) use tuple;

tuple!(A 0, B 1);

/// Defines a record.
macro_rules! record {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident $(<$life:lifetime>)? {
            $($(#[$on_field:meta])* pub $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$attribute])*
        pub struct $name $(<$life>)? {
            $($(#[$on_field])* pub $field: $type,)*
        }

        $crate::bindings::abi::fields!([$($life)?] $name $(<$life>)?, false, $($field: $type,)*);
    };
}
pub(crate) use record;

/// Defines a record that lies in memory as the canonical ABI has it.
macro_rules! plain_record {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident {
            $($(#[$on_field:meta])* pub $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy)]
        #[repr(C)]
        pub struct $name {
            $($(#[$on_field])* pub $field: $type,)*
        }

        $crate::bindings::abi::fields!([] $name, true, $($field: $type,)*);

        const _: () = {
            $(assert!(<$type as $crate::bindings::abi::Value>::PLAIN);)*
            assert!(size_of::<$name>() == <$name as $crate::bindings::abi::Value>::SIZE);
            assert!(align_of::<$name>() == <$name as $crate::bindings::abi::Value>::ALIGN);
        };
    };
}
pub(crate) use plain_record;

/// Makes values of a record's.
macro_rules! fields {
    ([$($life:lifetime)?] $name:ty, $plain:literal, $($field:ident: $type:ty,)*) => {
        impl $(<$life>)? $crate::bindings::abi::Value for $name {
            #[allow(unused_mut, reason = "a record may have no fields")]
            const SIZE: usize = {
                let mut fields = $crate::bindings::abi::Fields::new();
                $(fields.next::<$type>();)*
                fields.size(Self::ALIGN)
            };
            #[allow(unused_mut, reason = "a record may have no fields")]
            const ALIGN: usize = {
                let mut align = 1;
                $(align = $crate::bindings::abi::max(align, <$type as $crate::bindings::abi::Value>::ALIGN);)*
                align
            };
            const FLAT: usize = 0 $(+ <$type as $crate::bindings::abi::Value>::FLAT)*;
            const PLAIN: bool = $plain;
        }

        #[allow(unused_mut, unused_variables, reason = "a record may have no fields")]
        impl $(<$life>)? $crate::bindings::abi::Lower for $name {
            unsafe fn store(&self, at: *mut u8, scratch: &mut $crate::bindings::abi::Scratch) {
                let mut fields = $crate::bindings::abi::Fields::new();
                $(unsafe {
                    <$type as $crate::bindings::abi::Lower>::store(
                        &self.$field,
                        at.add(fields.next::<$type>()),
                        scratch,
                    )
                };)*
            }

            fn flatten(&self, mut flat: &mut [u64], scratch: &mut $crate::bindings::abi::Scratch) {
                $(<$type as $crate::bindings::abi::Lower>::flatten(
                    &self.$field,
                    $crate::bindings::abi::next_mut::<$type>(&mut flat),
                    scratch,
                );)*
            }
        }

        #[allow(unused_mut, unused_variables, reason = "a record may have no fields")]
        impl $(<$life>)? $crate::bindings::abi::Lift for $name {
            unsafe fn load(at: *const u8) -> Self {
                let mut fields = $crate::bindings::abi::Fields::new();
                Self {
                    $($field: unsafe {
                        <$type as $crate::bindings::abi::Lift>::load(at.add(fields.next::<$type>()))
                    },)*
                }
            }

            unsafe fn unflatten(mut flat: &[u64]) -> Self {
                Self {
                    $($field: unsafe {
                        <$type as $crate::bindings::abi::Lift>::unflatten(
                            $crate::bindings::abi::next::<$type>(&mut flat),
                        )
                    },)*
                }
            }
        }

        $crate::bindings::abi::referred!([$($life)?] $name;);
    };
}
pub(crate) use fields;

/// A name, whatever stands behind it.
macro_rules! first {
    ($name:ident, $($rest:tt)*) => {
        $name
    };
}
pub(crate) use first;

/// Writes the number of a case.
///
/// # Safety
/// There is room for it.
pub unsafe fn store_case(at: *mut u8, size: usize, case: u32) {
    unsafe {
        match size {
            1 => at.write(case as u8),
            2 => at.cast::<u16>().write(case as u16),
            _ => at.cast::<u32>().write(case),
        }
    }
}

/// Reads the number of a case.
///
/// # Safety
/// There is one.
pub unsafe fn load_case(at: *const u8, size: usize) -> u32 {
    unsafe {
        match size {
            1 => u32::from(at.read()),
            2 => u32::from(at.cast::<u16>().read()),
            _ => at.cast::<u32>().read(),
        }
    }
}

/// Defines a variant.
macro_rules! variant {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident $(<$life:lifetime>)? {
            $($(#[$on_case:meta])* $case:ident $(($payload:ty))?,)+
        }
    ) => {
        $(#[$attribute])*
        pub enum $name $(<$life>)? {
            $($(#[$on_case])* $case $(($payload))?,)+
        }

        const _: () = {
            /// The numbers of the cases.
            enum __Case {
                $($case,)+
            }

            const DISCRIMINANT: usize =
                $crate::bindings::abi::discriminant_size([$(stringify!($case)),+].len());

            impl $(<$life>)? $name $(<$life>)? {
                #[allow(unused_mut, reason = "a variant may have no payloads")]
                const __PAYLOAD: (usize, usize, usize) = {
                    let (mut size, mut align, mut flat) = (0, 1, 0);
                    $($(
                        size = $crate::bindings::abi::max(size, <$payload as $crate::bindings::abi::Value>::SIZE);
                        align = $crate::bindings::abi::max(align, <$payload as $crate::bindings::abi::Value>::ALIGN);
                        flat = $crate::bindings::abi::max(flat, <$payload as $crate::bindings::abi::Value>::FLAT);
                    )?)+
                    (size, align, flat)
                };
                const __OFFSET: usize = $crate::bindings::abi::align_to(DISCRIMINANT, Self::__PAYLOAD.1);
            }

            impl $(<$life>)? $crate::bindings::abi::Value for $name $(<$life>)? {
                const SIZE: usize = $crate::bindings::abi::align_to(Self::__OFFSET + Self::__PAYLOAD.0, Self::ALIGN);
                const ALIGN: usize = $crate::bindings::abi::max(DISCRIMINANT, Self::__PAYLOAD.1);
                const FLAT: usize = 1 + Self::__PAYLOAD.2;
            }

            #[allow(unused_variables, reason = "a variant may have no payloads")]
            impl $(<$life>)? $crate::bindings::abi::Lower for $name $(<$life>)? {
                unsafe fn store(&self, at: *mut u8, scratch: &mut $crate::bindings::abi::Scratch) {
                    match self {
                        $(Self::$case $(($crate::bindings::abi::first!(value, $payload)))? => unsafe {
                            $crate::bindings::abi::store_case(at, DISCRIMINANT, __Case::$case as u32);
                            $(<$payload as $crate::bindings::abi::Lower>::store(
                                value,
                                at.add(Self::__OFFSET),
                                scratch,
                            );)?
                        },)+
                    }
                }

                fn flatten(&self, flat: &mut [u64], scratch: &mut $crate::bindings::abi::Scratch) {
                    match self {
                        $(Self::$case $(($crate::bindings::abi::first!(value, $payload)))? => {
                            flat[0] = __Case::$case as u64;
                            $(<$payload as $crate::bindings::abi::Lower>::flatten(
                                value,
                                &mut flat[1..1 + <$payload as $crate::bindings::abi::Value>::FLAT],
                                scratch,
                            );)?
                        })+
                    }
                }
            }

            impl $(<$life>)? $crate::bindings::abi::Lift for $name $(<$life>)? {
                unsafe fn load(at: *const u8) -> Self {
                    let case = unsafe { $crate::bindings::abi::load_case(at, DISCRIMINANT) };
                    $(if case == __Case::$case as u32 {
                        return Self::$case $((unsafe {
                            <$payload as $crate::bindings::abi::Lift>::load(at.add(Self::__OFFSET))
                        }))?;
                    })+
                    unreachable!()
                }

                unsafe fn unflatten(flat: &[u64]) -> Self {
                    let case = flat[0] as u32;
                    $(if case == __Case::$case as u32 {
                        return Self::$case $((unsafe {
                            <$payload as $crate::bindings::abi::Lift>::unflatten(
                                &flat[1..1 + <$payload as $crate::bindings::abi::Value>::FLAT],
                            )
                        }))?;
                    })+
                    unreachable!()
                }
            }

            $crate::bindings::abi::referred!([$($life)?] $name $(<$life>)?;);
        };
    };
}
pub(crate) use variant;

/// Defines an enum, with the number that it is.
macro_rules! enumeration {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident: $number:ident {
            $($(#[$on_case:meta])* $case:ident,)+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr($number)]
        pub enum $name {
            $($(#[$on_case])* $case,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$case),+];
        }

        $crate::bindings::abi::number!(
            $name,
            $number,
            |value| value as u64,
            |bits| $name::ALL[bits as u32 as usize]
        );
    };
}
pub(crate) use enumeration;

/// Defines flags, as bits of a number.
macro_rules! flags {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident: $number:ident {
            $($(#[$on_flag:meta])* const $flag:ident = $bit:literal;)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[repr(transparent)]
        pub struct $name($number);

        impl $name {
            $($(#[$on_flag])* pub const $flag: Self = Self(1 << $bit);)*

            /// None of them.
            pub const fn empty() -> Self {
                Self(0)
            }

            /// All of them.
            pub const fn all() -> Self {
                Self(0 $(| 1 << $bit)*)
            }

            /// A bit for each, the first one lowest.
            pub const fn bits(self) -> $number {
                self.0
            }

            /// Those that have their bit set; other bits are passed over.
            pub const fn from_bits(bits: $number) -> Self {
                Self(bits & Self::all().0)
            }

            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Whether all of the others are among them.
            pub const fn contains(self, others: Self) -> bool {
                self.0 & others.0 == others.0
            }
        }

        impl ::core::ops::BitOr for $name {
            type Output = Self;

            fn bitor(self, others: Self) -> Self {
                Self(self.0 | others.0)
            }
        }

        impl ::core::ops::BitOrAssign for $name {
            fn bitor_assign(&mut self, others: Self) {
                self.0 |= others.0;
            }
        }

        impl ::core::ops::BitAnd for $name {
            type Output = Self;

            fn bitand(self, others: Self) -> Self {
                Self(self.0 & others.0)
            }
        }

        impl ::core::ops::Not for $name {
            type Output = Self;

            fn not(self) -> Self {
                Self::from_bits(!self.0)
            }
        }

        $crate::bindings::abi::number!(
            $name,
            $number,
            |value| u64::from(value.0),
            |bits| $name(bits as $number)
        );
    };
}
pub(crate) use flags;

/// Makes values of what is a number in memory.
macro_rules! number {
    ($name:ident, $number:ident, $bits:expr, $of_bits:expr) => {
        impl $crate::bindings::abi::Value for $name {
            const SIZE: usize = size_of::<$number>();
            const ALIGN: usize = align_of::<$number>();
            const FLAT: usize = 1;
            const PLAIN: bool = true;
        }

        impl $crate::bindings::abi::Lower for $name {
            unsafe fn store(&self, at: *mut u8, _: &mut $crate::bindings::abi::Scratch) {
                unsafe { at.cast::<Self>().write(*self) };
            }

            fn flatten(&self, flat: &mut [u64], _: &mut $crate::bindings::abi::Scratch) {
                let bits: fn(Self) -> u64 = $bits;
                flat[0] = bits(*self);
            }
        }

        impl $crate::bindings::abi::Lift for $name {
            unsafe fn load(at: *const u8) -> Self {
                unsafe { at.cast::<Self>().read() }
            }

            unsafe fn unflatten(flat: &[u64]) -> Self {
                let of_bits: fn(u64) -> Self = $of_bits;
                of_bits(flat[0])
            }
        }

        const _: () = assert!(size_of::<$name>() == size_of::<$number>());
    };
}
pub(crate) use number;

/// Makes an error of a type that functions fail with.
macro_rules! error {
    ($name:ident) => {
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self, f)
            }
        }

        impl ::core::error::Error for $name {}
    };
}
pub(crate) use error;

/// What is known to others by a handle.
pub trait Resource: Sized + 'static {
    /// One that owns.
    ///
    /// # Safety
    /// There is such a handle, which nobody else owns.
    unsafe fn of_handle(handle: u32) -> Self;

    /// One that is lent, from what a borrow is passed as.
    ///
    /// # Safety
    /// It is lent until the value is dropped.
    unsafe fn lent(bits: u32) -> Self;

    /// Where the handle is; 0 where it was given away.
    fn handle(&self) -> &Cell<u32>;
}

/// One that owns.
///
/// # Safety
/// As [`Resource::of_handle`].
pub unsafe fn of_handle<R: Resource>(handle: u32) -> R {
    unsafe { R::of_handle(handle) }
}

/// One that is lent.
///
/// # Safety
/// As [`Resource::lent`].
pub unsafe fn lent<R: Resource>(bits: u32) -> R {
    unsafe { R::lent(bits) }
}

/// Lends it.
pub fn handle_of<R: Resource>(resource: &R) -> u32 {
    resource.handle().get()
}

/// Gives it away.
pub fn take_handle<R: Resource>(resource: &R) -> u32 {
    resource.handle().replace(0)
}

thread_local! {
    /// What is lent to the exports that run at present, nested in other values.
    static LOANS: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Gives back, when it is dropped, what was lent since it was made.
pub struct Loans(usize);

impl Loans {
    pub fn new() -> Self {
        Self(LOANS.with_borrow(Vec::len))
    }
}

impl Drop for Loans {
    fn drop(&mut self) {
        let returned = LOANS.with_borrow_mut(|loans| loans.split_off(self.0));
        mem::drop(returned);
    }
}

/// What is lent until the export returns.
///
/// # Safety
/// There is a [`Loans`], and the reference does not outlive it.
pub unsafe fn loan<'a, R: Resource>(bits: u32) -> &'a R {
    let lent: Box<R> = Box::new(unsafe { R::lent(bits) });
    let reference: *const R = &*lent;
    LOANS.with_borrow_mut(|loans| loans.push(lent));
    unsafe { &*reference }
}

/// Makes values of a resource, which own, and of references to it, which borrow.
macro_rules! handles {
    ($name:ident) => {
        impl $crate::bindings::abi::Value for $name {
            const SIZE: usize = 4;
            const ALIGN: usize = 4;
            const FLAT: usize = 1;
        }

        impl $crate::bindings::abi::Lower for $name {
            unsafe fn store(&self, at: *mut u8, _: &mut $crate::bindings::abi::Scratch) {
                unsafe {
                    at.cast::<u32>()
                        .write($crate::bindings::abi::take_handle(self))
                };
            }

            fn flatten(&self, flat: &mut [u64], _: &mut $crate::bindings::abi::Scratch) {
                flat[0] = u64::from($crate::bindings::abi::take_handle(self));
            }
        }

        impl $crate::bindings::abi::Lift for $name {
            unsafe fn load(at: *const u8) -> Self {
                unsafe { $crate::bindings::abi::of_handle(at.cast::<u32>().read()) }
            }

            unsafe fn unflatten(flat: &[u64]) -> Self {
                unsafe { $crate::bindings::abi::of_handle(flat[0] as u32) }
            }
        }

        impl $crate::bindings::abi::Value for &$name {
            const SIZE: usize = 4;
            const ALIGN: usize = 4;
            const FLAT: usize = 1;
        }

        impl $crate::bindings::abi::Lower for &$name {
            unsafe fn store(&self, at: *mut u8, _: &mut $crate::bindings::abi::Scratch) {
                unsafe {
                    at.cast::<u32>()
                        .write($crate::bindings::abi::handle_of(*self))
                };
            }

            fn flatten(&self, flat: &mut [u64], _: &mut $crate::bindings::abi::Scratch) {
                flat[0] = u64::from($crate::bindings::abi::handle_of(*self));
            }
        }

        impl $crate::bindings::abi::Lift for &$name {
            unsafe fn load(at: *const u8) -> Self {
                unsafe { $crate::bindings::abi::loan(at.cast::<u32>().read()) }
            }

            unsafe fn unflatten(flat: &[u64]) -> Self {
                unsafe { $crate::bindings::abi::loan(flat[0] as u32) }
            }
        }
    };
}
pub(crate) use handles;

/// Defines a resource that others implement. Dropping it drops the handle.
macro_rules! imported_resource {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident;
        module: $module:tt,
        drop: $drop:tt,
    ) => {
        $(#[$attribute])*
        #[derive(Debug)]
        pub struct $name {
            handle: ::core::cell::Cell<u32>,
        }

        impl $crate::bindings::abi::Resource for $name {
            unsafe fn of_handle(handle: u32) -> Self {
                Self {
                    handle: ::core::cell::Cell::new(handle),
                }
            }

            unsafe fn lent(bits: u32) -> Self {
                unsafe { Self::of_handle(bits) }
            }

            fn handle(&self) -> &::core::cell::Cell<u32> {
                &self.handle
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                #[link(wasm_import_module = $module)]
                unsafe extern "C" {
                    #[link_name = $drop]
                    fn import(_: u32);
                }
                match $crate::bindings::abi::take_handle(self) {
                    0 => {}
                    handle => unsafe { import(handle) },
                }
            }
        }

        $crate::bindings::abi::handles!($name);
    };
}
pub(crate) use imported_resource;

/// Defines a resource that this guest implements: a handle, which derefs to what it stands for.
macro_rules! exported_resource {
    (
        $(#[$attribute:meta])*
        pub(crate) struct $name:ident($rep:ty);
        module: $module:tt,
        new: $new:tt,
        rep: $of_handle:tt,
        drop: $drop:tt,
        destructor: $destructor:tt,
    ) => {
        $(#[$attribute])*
        #[derive(Debug)]
        pub(crate) struct $name {
            handle: ::core::cell::Cell<u32>,
            rep: *mut Option<$rep>,
        }

        impl $name {
            /// A handle of it, to be given away.
            pub fn new(value: $rep) -> Self {
                #[link(wasm_import_module = $module)]
                unsafe extern "C" {
                    #[link_name = $new]
                    fn import(_: *mut u8) -> u32;
                }
                let rep = Box::into_raw(Box::new(Some(value)));
                Self {
                    handle: ::core::cell::Cell::new(unsafe { import(rep.cast()) }),
                    rep,
                }
            }

            /// Takes out what it stands for, and drops the handle.
            pub fn into_inner(handle: Self) -> $rep {
                unsafe { &mut *handle.rep }.take().expect("a handle that owns is the only one")
            }
        }

        impl ::core::ops::Deref for $name {
            type Target = $rep;

            fn deref(&self) -> &$rep {
                unsafe { &*self.rep }.as_ref().expect("it is taken out only when its handle goes")
            }
        }

        impl $crate::bindings::abi::Resource for $name {
            unsafe fn of_handle(handle: u32) -> Self {
                #[link(wasm_import_module = $module)]
                unsafe extern "C" {
                    #[link_name = $of_handle]
                    fn import(_: u32) -> *mut u8;
                }
                Self {
                    handle: ::core::cell::Cell::new(handle),
                    rep: unsafe { import(handle) }.cast(),
                }
            }

            unsafe fn lent(bits: u32) -> Self {
                Self {
                    handle: ::core::cell::Cell::new(0),
                    rep: ::core::ptr::with_exposed_provenance_mut(bits as usize),
                }
            }

            fn handle(&self) -> &::core::cell::Cell<u32> {
                &self.handle
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                #[link(wasm_import_module = $module)]
                unsafe extern "C" {
                    #[link_name = $drop]
                    fn import(_: u32);
                }
                match $crate::bindings::abi::take_handle(self) {
                    0 => {}
                    handle => unsafe { import(handle) },
                }
            }
        }

        const _: () = {
            #[unsafe(export_name = $destructor)]
            unsafe extern "C" fn destructor(rep: *mut u8) {
                ::core::mem::drop(unsafe { Box::from_raw(rep.cast::<Option<$rep>>()) });
            }
        };

        $crate::bindings::abi::handles!($name);
    };
}
pub(crate) use exported_resource;

/// A future, a stream or an error context, to be passed on.
#[derive(Debug)]
pub struct Handle(Cell<u32>);

impl Resource for Handle {
    unsafe fn of_handle(handle: u32) -> Self {
        Self(Cell::new(handle))
    }

    unsafe fn lent(bits: u32) -> Self {
        Self(Cell::new(bits))
    }

    fn handle(&self) -> &Cell<u32> {
        &self.0
    }
}

handles!(Handle);
