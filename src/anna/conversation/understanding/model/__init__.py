"""Chat models as understanders: they propose in a closed form, the offline rules dispose."""
