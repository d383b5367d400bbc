"""Asks bcg729 for the other side of a conversation: encode or decode, from standard input to standard output."""
import ctypes
import sys

SAMPLES = 80
FRAME = 10

library = ctypes.CDLL("libbcg729.so.0")
library.initBcg729EncoderChannel.restype = ctypes.c_void_p
library.initBcg729DecoderChannel.restype = ctypes.c_void_p
data = sys.stdin.buffer.read()
output = sys.stdout.buffer

if sys.argv[1] == "encode":
    channel = ctypes.c_void_p(library.initBcg729EncoderChannel(ctypes.c_uint8(0)))
    bits = (ctypes.c_uint8 * FRAME)()
    length = ctypes.c_uint8()
    for at in range(0, len(data) - 2 * SAMPLES + 1, 2 * SAMPLES):
        samples = (ctypes.c_int16 * SAMPLES).from_buffer_copy(data, at)
        library.bcg729Encoder(channel, samples, bits, ctypes.byref(length))
        output.write(bytes(bits))
else:
    channel = ctypes.c_void_p(library.initBcg729DecoderChannel())
    samples = (ctypes.c_int16 * SAMPLES)()
    for at in range(0, len(data) - FRAME + 1, FRAME):
        bits = (ctypes.c_uint8 * FRAME).from_buffer_copy(data, at)
        library.bcg729Decoder(channel, bits, ctypes.c_uint8(FRAME), ctypes.c_uint8(0), ctypes.c_uint8(0),
                              ctypes.c_uint8(0), samples)
        output.write(bytes(samples))
