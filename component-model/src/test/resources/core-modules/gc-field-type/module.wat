;; An i64 in an i32's field.
(module
  (type $s (struct (field i32)))
  (func (result (ref $s)) (struct.new $s (i64.const 1))))
