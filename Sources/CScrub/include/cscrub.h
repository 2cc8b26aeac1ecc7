#pragma once

// 1 once the environment has been emptied; naming it links the code that empties it.
extern int sbx_scrubbed;
