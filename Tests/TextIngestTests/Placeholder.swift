// Tests of this module land with it.
