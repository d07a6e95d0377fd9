(module
  (type $f (func (param i32) (result i32)))
  (table 1 funcref)
  (elem declare func $g)
  (func $g (type $f) (return_call $g (local.get 0)))
  (func (type $f) (return_call_indirect (type $f) (local.get 0) (i32.const 0)))
  (func (type $f) (return_call_ref $f (local.get 0) (ref.func $g)))
  (func (type $f) (call_ref $f (local.get 0) (ref.func $g))))
